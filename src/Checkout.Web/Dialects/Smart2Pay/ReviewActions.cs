using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>A merchant's word on a challenged payment, in the dialect's words.</summary>
public sealed class ReviewActions(DecideReview decide, ReadPayment read, PaymentAnswers answers)
{
    public async Task<CallOutcome> AcceptAsync(Merchant merchant, long number, RequestKey? key) =>
        await AnswerAsync(merchant, await decide.AcceptAsync(merchant.Id, number, key), answers.OfAccept);

    public async Task<CallOutcome> RejectAsync(Merchant merchant, long number, RequestKey? key) =>
        await AnswerAsync(merchant, await decide.RejectAsync(merchant.Id, number, key), answers.OfReject);

    public async Task<Answer?> AcceptedAsync(Merchant merchant, long number) => await read.RunAsync(merchant.Id, number) is { } payment ? answers.OfAccept(payment, merchant) : null;

    public async Task<Answer?> RejectedAsync(Merchant merchant, long number) => await read.RunAsync(merchant.Id, number) is { } payment ? answers.OfReject(payment, merchant) : null;

    private async Task<CallOutcome> AnswerAsync(Merchant merchant, TakeResult result, Func<Payment, Merchant, Answer> say)
    {
        if (result is { Refusal: Refusal.None, Payment: { } payment }) return new(say(payment, merchant), payment.Number);
        if (result.Refusal == Refusal.RequestSeen) return CallOutcome.Seen;
        if (result.Refusal == Refusal.NotFound) return new(InvalidRequests.PaymentNotFound);
        var code = result.Refusal == Refusal.WrongState ? ReturnCode.PaymentAction : Smart2PayRefusals.OfPayment(result.Refusal);
        return new(await answers.InvalidAsync(merchant, [code], stands: result.Payment), IsPassing: result.Refusal == Refusal.Busy);
    }
}
