using Checkout.Core.Cards;
using Checkout.Core.Money;
using Checkout.Core.Payments;

namespace Checkout.Core.Upstream;

/// <summary>A payout to send.</summary>
/// <param name="Reference">Our name for it; also the upstream's idempotency key.</param>
/// <param name="MerchantReference">The merchant's own name for it, for statements.</param>
public sealed record PayOutRequest(int Merchant, string Reference, string MerchantReference, Amount Amount, PaymentDetails Details)
{
    /// <summary>The card in clear; null when a token names it.</summary>
    public TypedCard? Card { get; init; }

    /// <summary>The upstream's own word for a card it keeps.</summary>
    public UpstreamToken? Token { get; init; }
}

/// <summary>The question what became of a payout.</summary>
/// <param name="UpstreamId">The upstream's name for it, where it is known.</param>
public sealed record PayOutQuery(int Merchant, string Reference, string? UpstreamId, Amount Amount);

/// <summary>
/// A connector whose upstream pays money out to cards. The answers mean what they mean for charges; none of them needs a shopper or a review,
/// and there is no cancel.
/// </summary>
public interface IPaysOut : IConnector
{
    Task<ConnectorOutcome> PayOutAsync(PayOutRequest request, CancellationToken cancellation);

    /// <summary>Only reads.</summary>
    Task<ConnectorOutcome> QueryPayOutAsync(PayOutQuery query, CancellationToken cancellation);
}
