using Checkout.Core.Cards;
using Checkout.Core.Chance;
using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;

namespace Checkout.Core.Payments;

/// <summary>A merchant's wish to keep a card without a payment.</summary>
public sealed record CheckCardOrder(Merchant Merchant, bool IsTest, PaymentDetails Details, string? Shopper);

/// <summary>What came of it; <see cref="Card"/> is null when the card was refused, and the payment's reason says why.</summary>
public sealed record CheckCardResult(Payment? Payment, SavedCard? Card, Refusal Refusal = Refusal.None);

/// <summary>Checks a card with the upstream without an amount, and keeps it. The check is a payment of its own kind that no list shows.</summary>
public sealed class CheckCard(OpenPayment open, ChargeCard charge, ISavedCardStore cards, IRandomSource random)
{
    private static readonly Currency AnyCurrency = Currency.Of("EUR");

    public async Task<CheckCardResult> RunAsync(CheckCardOrder order, TypedCard card, SecurityCode? code, RequestKey? request = null)
    {
        var payment = await open.RunAsync(OrderOf(order), CardNeed.Nothing);
        var result = await charge.RunAsync(new Charge
        {
            Merchant = order.Merchant,
            Payment = payment,
            IsNew = true,
            Typed = card,
            Code = code,
            Keep = true,
            Consent = new Consent(ConsentGiver.Merchant, Agreement.Unscheduled, "api", order.Details.Language, payment.Created, order.Details.ClientIp),
            By = Actor.Merchant,
            Request = request,
        });
        if (result.Payment is not { Status: PaymentStatus.Verified, SavedCard: { } kept }) return new(result.Payment, null, result.Refusal);
        return new(result.Payment, await cards.FindAsync(order.Merchant.Id, kept));
    }

    private PaymentOrder OrderOf(CheckCardOrder order) => new()
    {
        Merchant = order.Merchant,
        Dialect = Dialect.Smart2Pay,
        IsTest = order.IsTest,
        Purpose = PaymentPurpose.CardCheck,
        // A dot is in no merchant's alphabet, so this never takes a reference a merchant may want.
        Reference = "check." + random.Word(20),
        Amount = new Amount(0, AnyCurrency),
        KeepCard = true,
        Shopper = order.Shopper,
        LinkLifetime = TimeSpan.Zero,
        Details = order.Details,
    };
}
