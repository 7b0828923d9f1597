using System.Security.Cryptography;
using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>
/// Makes a request safe to repeat (PAY-10): the same name and request give the same bytes and one effect; the same name with another
/// request is refused; a request that is still running is waited for.
/// </summary>
public sealed class RepeatedRequests(IRequestStore store, RequestKeys keys, IPaymentStore payments, TimeProvider clock, ILogger<RepeatedRequests> log)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(25);

    /// <summary>Between an operation's end and its answer lies one commit; whichever answer is kept first counts, so this is no promise.</summary>
    private static readonly TimeSpan AnswerTakes = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    public async Task<Answer> RunAsync(RequestName name, RepeatableCall call)
    {
        if (name.Key is null) return (await call.Run(null)).Answer!;
        if (!name.HasGoodKey) return await call.Refuse(ReturnCode.ValidationFailed);

        var key = keys.Of(name, call.Asked);
        if (await FindAsync(key) is { } seen) return await RepeatAsync(key, seen, call);

        var outcome = await call.Run(key);
        if (outcome.Answer is null) return await RepeatAsync(key, await FindAsync(key) ?? throw new InvalidOperationException("A claimed request is not there."), call);
        // Refused because the same request, sent beside this one, was faster: that one's answer counts for both.
        if (outcome.Payment is null && await FindAsync(key) is { } faster) return await RepeatAsync(key, faster, call);
        return outcome.IsPassing ? outcome.Answer : await KeepAsync(key, outcome.Payment, outcome.Answer);
    }

    private ValueTask<SeenRequest?> FindAsync(RequestKey key) => store.FindAsync(key.Merchant, key.Endpoint, key.Key);

    private async Task<Answer> RepeatAsync(RequestKey key, SeenRequest seen, RepeatableCall call)
    {
        if (!CryptographicOperations.FixedTimeEquals(seen.Mac, key.Mac)) return await call.Refuse(ReturnCode.DuplicateKey);
        if (seen.Body is null) seen = await WaitAsync(key, seen, call);
        if (seen.Body is { } body) return new Answer(seen.Status, body);

        // Its process died between the claim and the answer, or an upstream takes its time: the payment itself tells how far it came.
        if (seen.Payment is not { } payment) return await call.Refuse(ReturnCode.PaymentInProcess);
        var isOver = !await IsBeingSentAsync(key.Merchant, payment, call);
        if (await call.Stands(payment) is not { } stands) return await call.Refuse(ReturnCode.PaymentInProcess);
        return isOver ? await KeepAsync(key, payment, stands) : stands;
    }

    private async Task<SeenRequest> WaitAsync(RequestKey key, SeenRequest seen, RepeatableCall call)
    {
        var pause = FirstPause;
        for (var waited = TimeSpan.Zero; seen.Body is null && waited < LongestWait; waited += pause)
        {
            await Task.Delay(pause, clock);
            seen = await FindAsync(key) ?? seen;
            if (waited >= AnswerTakes && seen is { Body: null, Payment: { } payment } && !await IsBeingSentAsync(key.Merchant, payment, call)) break;
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        return seen;
    }

    /// <summary>While something is still under way, whoever sends it will answer; else who was to answer has died.</summary>
    private async ValueTask<bool> IsBeingSentAsync(int merchant, long payment, RepeatableCall call) =>
        call.IsBeingSent is { } ask ? await ask(payment) : (await payments.AttemptsAsync(merchant, payment)).Any(a => a is { State: AttemptState.Submitting, Undoes: false });

    /// <summary>What was done stays done if this fails, so the caller still hears of it.</summary>
    /// <returns>The answer that counts: the one that was kept first.</returns>
    private async Task<Answer> KeepAsync(RequestKey key, long? payment, Answer answer)
    {
        try
        {
            if (await store.AnswerAsync(key, payment, answer.Status, answer.Body, clock.GetUtcNow())) return answer;
            if (await FindAsync(key) is { Body: { } body } kept && CryptographicOperations.FixedTimeEquals(kept.Mac, key.Mac)) return new Answer(kept.Status, body);
        }
        catch (StoreUnavailableException)
        {
            Log.AnswerNotKept(log, key.Merchant, payment);
        }

        return answer;
    }
}
