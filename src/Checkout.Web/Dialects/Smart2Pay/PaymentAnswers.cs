using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Adds to a payment what its answer needs besides: the token, when the merchant may see it.</summary>
public sealed class PaymentViews(FindSavedCard find, ISavedCardStore cards)
{
    /// <param name="payment">The payment as it stands.</param>
    /// <param name="merchant">Whose it is.</param>
    /// <param name="known">The card that pays, when it was read already.</param>
    public async ValueTask<PaymentView> OfAsync(Payment payment, Merchant merchant, SavedCard? known = null)
    {
        var token = payment is { ShowToken: true, SavedCard: { } number } ? await TokenAsync(payment.Merchant, number, known) : null;
        return new PaymentView(payment, token, merchant.Settings.FraudCheck);
    }

    private async ValueTask<string?> TokenAsync(int merchant, long number, SavedCard? known)
    {
        var card = known?.Number == number ? known : await cards.FindAsync(merchant, number);
        return card is null ? null : find.TokenOf(card);
    }
}

/// <summary>Answers about payments, with their HTTP status.</summary>
public sealed class PaymentAnswers(Smart2PayWriter writer, PaymentViews views, InvalidRequests invalid)
{
    public async Task<Answer> OfCreateAsync(Payment payment, Merchant merchant, SavedCard? known = null) =>
        new(Smart2PayStatus.HttpOfCreate(payment.Status), writer.Payment(await views.OfAsync(payment, merchant, known)));

    public async Task<Answer> OfActionAsync(Payment payment, Merchant merchant)
    {
        var status = Smart2PayStatus.HttpOfAction(payment.Status);
        return new Answer(status, writer.Payment(await views.OfAsync(payment, merchant) with { IsRefused = status != 200 }));
    }

    public async Task<Answer> OfReadAsync(Payment payment, Merchant merchant) => new(200, writer.Payment(await views.OfAsync(payment, merchant)));

    public async Task<Answer> OfListAsync(IReadOnlyList<Payment> payments, Merchant merchant)
    {
        var seen = new PaymentView[payments.Count];
        for (var i = 0; i < seen.Length; i++) seen[i] = await views.OfAsync(payments[i], merchant);
        return new Answer(200, writer.Payments(seen));
    }

    public async Task<Answer> InvalidAsync(Merchant merchant, IReadOnlyList<ReturnCode> reasons, AskedPayment? asked = null, Payment? stands = null) =>
        await invalid.PaymentAsync(merchant, reasons, asked, stands);
}
