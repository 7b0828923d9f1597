using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Refunds in the dialect's words. Asking again under the same reference for the same amount shows the first refund, and makes none.</summary>
public sealed class Refunding(RefundPayment refund, IPaymentStore store, InvoiceViews views, InvoiceWriter invoices, RefundAnswers answers)
{
    private const string ReferencePointer = "/data/attributes/reference_id";
    private const string AmountPointer = "/data/attributes/amount";

    public async Task<Answer> RunAsync(InvoiceView invoice, AskedRefund asked)
    {
        if (asked.Faults.Count > 0) return Refused.For(asked.Faults);

        var payment = invoice.Payment;
        var reference = RefundReference.ForCore(payment.Number, asked.Reference ?? answers.NewReference());
        if (await store.FindRefundByReferenceAsync(payment.Merchant, reference) is { } first) return await AgainAsync(first, invoice, asked);

        var amount = asked.AmountMinor ?? payment.RefundableMinor;
        // Core would keep the refused one on record under its reference, and the merchant could not use that again.
        if (payment.RefundOpenMinor == 0 && IsPaid(payment) && amount > payment.RefundableMinor) return Refused.For(TooMuch);

        var order = new RefundOrder(payment.Merchant, payment.Number, reference, amount, null, asked.Description, null, answers.IdOf(payment.Merchant, reference));
        var result = await refund.RunAsync(order);
        if (result is { Refusal: Refusal.None, Refund: { } made }) return AnswerOf(made, await views.AfterAsync(invoice, result.Payment!), asked);
        return result.Refusal == Refusal.DuplicateReference && await store.FindRefundByReferenceAsync(payment.Merchant, reference) is { } faster
            ? await AgainAsync(faster, invoice, asked)
            : Refused.For(FaultOf(result.Refusal, invoice));
    }

    private static Fault TooMuch { get; } = new(FaultKind.LimitViolation, "amount is more than what remains of this invoice", AmountPointer);

    private static bool IsPaid(Payment payment) => payment.Status is PaymentStatus.Captured or PaymentStatus.PartiallyCaptured or PaymentStatus.PartiallyRefunded or PaymentStatus.DisputeWon;

    /// <summary>The client may have lost the first answer. Without an amount it cannot have meant another one.</summary>
    private async Task<Answer> AgainAsync(Refund first, InvoiceView invoice, AskedRefund asked) => asked.AmountMinor is { } amount && amount != first.Amount.Minor
        ? Refused.For(new Fault(FaultKind.NotUnique, "reference_id is already used", ReferencePointer, Existing: answers.IdOf(first.Merchant, first.Reference)))
        : AnswerOf(first, await views.OfAsync(await store.FindAsync(first.Merchant, first.Payment) ?? invoice.Payment), asked);

    private Answer AnswerOf(Refund made, InvoiceView invoice, AskedRefund asked) => asked.IsOldModel ? new Answer(200, invoices.Document(invoice)) : answers.Of(made, invoice);

    private static Fault FaultOf(Refusal refusal, InvoiceView invoice) => refusal switch
    {
        // The cardholder asks the bank for the same money, so it might go back twice.
        Refusal.WrongState when invoice.Payment.Status == PaymentStatus.Disputed => Fault.Conflict("The cardholder disputes this invoice at the bank: nothing can be refunded until that is decided"),
        // A checked card has nothing that could be refunded.
        Refusal.WrongState or Refusal.NotFound => Fault.Conflict($"The invoice is {CardgateStatus.Of(invoice)}: there is nothing to refund"),
        Refusal.Busy or Refusal.DuplicateReference => Fault.Conflict("Another refund of this invoice is in progress"),
        Refusal.AmountTooHigh => TooMuch,
        Refusal.AmountInvalid => new Fault(FaultKind.Invalid, "amount must be greater than 0", AmountPointer),
        Refusal.NoProvider => Fault.Conflict("The provider of this invoice cannot be reached"),
        Refusal.None or Refusal.RequestSeen or Refusal.TokenGone or Refusal.TokenSpent or Refusal.CardNotTaken or Refusal.CannotHold or Refusal.Blocked =>
            throw new InvalidOperationException($"{refusal} is no reason to refuse a refund of {invoice}."),
    };
}

/// <summary>Answers about one refund, and its names.</summary>
public sealed class RefundAnswers(RefundWriter writer, CardgateTools tools)
{
    public string NewReference() => tools.NewReference();

    public string IdOf(int merchant, string reference) => tools.Ids.Refund(merchant, reference);

    public Answer Of(Refund refund, InvoiceView invoice) => new(200, writer.Document(refund, invoice));
}
