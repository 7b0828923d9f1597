using Checkout.Core.Money;

namespace Checkout.Core.Upstream;

/// <summary>A charge that was sent and is not found there; it may still be on its way.</summary>
/// <param name="Reference">Its name, which the bar takes.</param>
public sealed record BarRequest(int Merchant, string Reference, Amount Amount, bool Captures);

/// <summary>
/// A connector whose upstream refuses a reference twice. The reference of a charge that is not found is taken for a hosted payment of the
/// same amount, and its link is thrown away, so that nobody can pay it: what comes late is refused there. That turns minutes of doubt into
/// seconds (PAY-6).
/// </summary>
public interface IBarsCharges
{
    /// <returns>
    /// <see cref="ConnectorOutcome.Barred"/>; or <see cref="ConnectorOutcome.Unknown"/> with <see cref="ConnectorFault.Undecided"/> when the
    /// reference is taken, so that the charge is there and has to be asked about; anything else: it could not be barred.
    /// </returns>
    Task<ConnectorOutcome> BarAsync(BarRequest request, CancellationToken cancellation);
}
