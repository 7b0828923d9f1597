using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>A merchant's word on a challenged payment, in the dialect's words.</summary>
public sealed class ReviewActions(DecideReview decide, ReadPayment read, PaymentAnswers answers)
{
    public async Task<CallOutcome> AcceptAsync(Merchant merchant, long number, RequestKey? key) =>
        await AnswerAsync(merchant, await decide.AcceptAsync(merchant.Id, number, key), AttemptKind.Accept);

    public async Task<CallOutcome> RejectAsync(Merchant merchant, long number, RequestKey? key) =>
        await AnswerAsync(merchant, await decide.RejectAsync(merchant.Id, number, key), AttemptKind.Cancel);

    public Task<Answer?> AcceptedAsync(Merchant merchant, long number) => StandsAsync(merchant, number, AttemptKind.Accept);

    public Task<Answer?> RejectedAsync(Merchant merchant, long number) => StandsAsync(merchant, number, AttemptKind.Cancel);

    private async Task<Answer?> StandsAsync(Merchant merchant, long number, AttemptKind word) =>
        await read.RunAsync(merchant.Id, number) is { } payment ? await TellAsync(merchant, payment, word) : null;

    private async Task<CallOutcome> AnswerAsync(Merchant merchant, TakeResult result, AttemptKind word)
    {
        if (result is { Refusal: Refusal.None, Payment: { } payment }) return new(await TellAsync(merchant, payment, word), payment.Number);
        if (result.Refusal == Refusal.RequestSeen) return CallOutcome.Seen;
        if (result.Refusal == Refusal.NotFound) return new(InvalidRequests.PaymentNotFound);
        var code = result.Refusal == Refusal.WrongState ? ReturnCode.PaymentAction : Smart2PayRefusals.OfPayment(result.Refusal);
        return new(await answers.InvalidAsync(merchant, [code], stands: result.Payment), IsPassing: result.Refusal == Refusal.Busy);
    }

    private async Task<Answer> TellAsync(Merchant merchant, Payment payment, AttemptKind word)
    {
        // The provider's reason is its own affair, but whether it ever heard the word is not.
        if (await decide.WhyRefusedAsync(payment, word) is { } reason)
            return await answers.InvalidAsync(merchant, [reason == PaymentReason.NeverSent ? ReturnCode.TechnicalError : ReturnCode.PaymentAction], stands: payment);
        return word == AttemptKind.Accept ? answers.OfAccept(payment, merchant) : answers.OfReject(payment, merchant);
    }
}
