using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>
/// The merchant's word on an invoice with <c>moderation_required</c>: one that was held when it was made, or one whose charge a fraud check holds
/// at the provider. A merchant need not know which; the word does what each of them wants.
/// </summary>
public sealed class Moderating(ModeratePayment moderate, DecideReview decide, InvoiceViews views, InvoiceAnswers answers)
{
    private static readonly Fault NotTaken = Fault.Conflict("The provider did not take the word, and the invoice is held for review still");

    public Task<Answer> AcceptAsync(Payment payment) =>
        SayAsync(payment, AttemptKind.Accept, () => payment.IsBlocked ? moderate.AcceptAsync(payment) : decide.AcceptAsync(payment.Merchant, payment.Number));

    public Task<Answer> RejectAsync(Payment payment) =>
        SayAsync(payment, AttemptKind.Cancel, () => payment.IsBlocked ? moderate.RejectAsync(payment) : decide.RejectAsync(payment.Merchant, payment.Number));

    private async Task<Answer> SayAsync(Payment payment, AttemptKind word, Func<Task<TakeResult>> say)
    {
        var before = await views.OfAsync(payment);
        var result = await say();
        if (result is not { Refusal: Refusal.None, Payment: { } after }) return Refused.For(FaultOf(result.Refusal, await views.OfAsync(result.Payment ?? payment)));
        return await decide.WhyRefusedAsync(after, word) is null ? await answers.AfterAsync(before, after) : Refused.For(NotTaken);
    }

    private static Fault FaultOf(Refusal refusal, InvoiceView invoice) => refusal switch
    {
        // A card check is not found among payments; none is ever under review at a provider.
        Refusal.WrongState or Refusal.NotFound => Fault.Conflict($"The invoice is {CardgateStatus.Of(invoice)} and is not held for review"),
        Refusal.Busy => Fault.Conflict("Something else is being done with the invoice"),
        Refusal.None or Refusal.DuplicateReference or Refusal.RequestSeen or Refusal.NoProvider or Refusal.TokenGone or Refusal.TokenSpent or Refusal.AmountTooHigh
            or Refusal.AmountInvalid or Refusal.CardNotTaken or Refusal.CannotHold or Refusal.Blocked => throw new InvalidOperationException($"{refusal} is no reason to refuse a word on {invoice}."),
    };
}
