using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Captures and cancels in the dialect's words.</summary>
public sealed class PaymentActions(CapturePayment capture, CancelPayment cancel, ReadPayment read, PaymentAnswers answers)
{
    /// <param name="merchant">Whose payment.</param>
    /// <param name="number">The payment.</param>
    /// <param name="amount">What the address says; null, when it says nothing, takes all that is held. An empty one is a mistake.</param>
    /// <param name="key">The caller's name for the request.</param>
    public async Task<CallOutcome> CaptureAsync(Merchant merchant, long number, string? amount, RequestKey? key)
    {
        if (amount is null) return await AnswerAsync(merchant, await capture.RunAsync(merchant.Id, number, request: key));
        if (Patterns.TryDigits(amount, out var minor) && minor > 0) return await AnswerAsync(merchant, await capture.RunAsync(merchant.Id, number, minor, key));
        if (await read.RunAsync(merchant.Id, number) is not { } payment) return new(InvalidRequests.PaymentNotFound);
        return new(await answers.InvalidAsync(merchant, [ReturnCode.CaptureAmount], stands: payment));
    }

    public async Task<CallOutcome> CancelAsync(Merchant merchant, long number, RequestKey? key) =>
        await AnswerAsync(merchant, await cancel.RunAsync(merchant.Id, number, key));

    public async Task<Answer?> StandsAsync(Merchant merchant, long number) =>
        await read.RunAsync(merchant.Id, number) is { } payment ? answers.OfAction(payment, merchant) : null;

    /// <summary>Refuses an action, naming the payment if there is one.</summary>
    public async Task<Answer> RefuseAsync(Merchant merchant, long number, ReturnCode code) => await read.RunAsync(merchant.Id, number) is { } payment
        ? await answers.InvalidAsync(merchant, [code], stands: payment)
        : InvalidRequests.PaymentNotFound;

    private async Task<CallOutcome> AnswerAsync(Merchant merchant, TakeResult result)
    {
        if (result is { Refusal: Refusal.None, Payment: { } payment }) return new(answers.OfAction(payment, merchant), payment.Number);
        if (result.Refusal == Refusal.RequestSeen) return CallOutcome.Seen;
        if (result.Refusal == Refusal.NotFound) return new(InvalidRequests.PaymentNotFound);
        return new(
            await answers.InvalidAsync(merchant, [Smart2PayRefusals.OfPayment(result.Refusal)], stands: result.Payment), IsPassing: result.Refusal == Refusal.Busy);
    }
}
