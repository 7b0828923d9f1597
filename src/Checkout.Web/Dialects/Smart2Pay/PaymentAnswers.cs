using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Adds to a payment what its answer needs besides: the token, when the merchant may see it.</summary>
public sealed class PaymentViews(FindSavedCard find)
{
    public PaymentView Of(Payment payment, Merchant merchant)
    {
        var token = payment is { ShowToken: true, SavedCard: { } card, SavedCardCheck: { } check } ? find.TokenOf(payment.Merchant, card, check) : null;
        return new PaymentView(payment, token, merchant.Settings.FraudCheck);
    }
}

/// <summary>Answers about payments, with their HTTP status.</summary>
public sealed class PaymentAnswers(Smart2PayWriter writer, PaymentViews views, InvalidRequests invalid)
{
    public Answer OfCreate(Payment payment, Merchant merchant) => new(Smart2PayStatus.HttpOfCreate(payment.Status), writer.Payment(views.Of(payment, merchant)));

    public Answer OfAction(Payment payment, Merchant merchant)
    {
        var status = Smart2PayStatus.HttpOfAction(payment.Status);
        return new Answer(status, writer.Payment(views.Of(payment, merchant) with { IsRefused = status != 200 }));
    }

    public Answer OfAccept(Payment payment, Merchant merchant) => new(Smart2PayStatus.HttpOfAccept(payment.Status), writer.Payment(views.Of(payment, merchant)));

    public Answer OfReject(Payment payment, Merchant merchant) => new(Smart2PayStatus.HttpOfReject(payment.Status), writer.Payment(views.Of(payment, merchant)));

    public Answer OfRead(Payment payment, Merchant merchant) => new(200, writer.Payment(views.Of(payment, merchant)));

    public static Answer OfStatus(Payment payment) => new(200, Smart2PayWriter.Status(payment));

    public Answer OfList(IReadOnlyList<Payment> payments, Merchant merchant)
    {
        var seen = new PaymentView[payments.Count];
        for (var i = 0; i < seen.Length; i++) seen[i] = views.Of(payments[i], merchant);
        return new Answer(200, writer.Payments(seen));
    }

    public async Task<Answer> InvalidAsync(Merchant merchant, IReadOnlyList<ReturnCode> reasons, AskedPayment? asked = null, Payment? stands = null) =>
        await invalid.PaymentAsync(merchant, reasons, asked, stands);
}
