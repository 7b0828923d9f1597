using Checkout.Core.Chance;
using Checkout.Core.Storage;

namespace Checkout.Core.Payments;

/// <summary>Gives an order its number and its first version; nothing is stored yet.</summary>
public sealed class OpenPayment(INumbers numbers, TimeProvider clock, IRandomSource random)
{
    /// <param name="order">What the merchant asked for.</param>
    /// <param name="need">What the page will have to ask for; with <see cref="CardNeed.Nothing"/> the payment has no payable link.</param>
    public async ValueTask<Payment> RunAsync(PaymentOrder order, CardNeed need)
    {
        var now = clock.GetUtcNow();
        return new Payment
        {
            Merchant = order.Merchant.Id,
            Number = await numbers.NextAsync(order.Merchant.Id, NumberKind.Payment),
            Dialect = order.Dialect,
            IsTest = order.IsTest,
            Purpose = order.Purpose,
            Reference = order.Reference,
            Amount = order.Amount,
            Status = PaymentStatus.Open,
            Version = 1,
            CaptureNow = order.CaptureNow,
            ThreeDSecure = order.ThreeDSecure,
            KeepCard = order.KeepCard,
            IsBlocked = order.IsBlocked,
            Need = need,
            Shopper = order.Shopper,
            ReturnUrl = order.ReturnUrl,
            Details = WithFee(order),
            LinkCheck = random.Check(),
            Created = now,
            Changed = now,
            PayableUntil = need == CardNeed.Nothing ? null : now + order.LinkLifetime,
        };
    }

    /// <summary>The fee is fixed here once: what the merchant's settings say later moves nothing. A card check takes no money, and costs none.</summary>
    private static PaymentDetails WithFee(PaymentOrder order)
    {
        var fee = order.Purpose == PaymentPurpose.CardCheck ? 0 : order.Merchant.FeeOn(order.Amount);
        return fee == 0 ? order.Details : order.Details with { FeeMinor = fee };
    }
}
