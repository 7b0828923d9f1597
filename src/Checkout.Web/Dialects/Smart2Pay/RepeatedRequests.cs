using System.Security.Cryptography;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>
/// Makes a request safe to repeat (PAY-10): the same name and request give the same bytes and one effect; the same name with another
/// request is refused; a request that is still running is waited for.
/// </summary>
public sealed class RepeatedRequests(IRequestStore store, IRequestMac mac, IVault vault, TimeProvider clock, ILogger<RepeatedRequests> log)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    public async Task<Answer> RunAsync(RequestName name, RepeatableCall call)
    {
        if (name.Key is null) return (await call.Run(null)).Answer!;
        if (!name.HasGoodKey) return await call.Refuse(ReturnCode.ValidationFailed);

        var key = KeyOf(name, call.Asked);
        if (await FindAsync(key) is { } seen) return await RepeatAsync(key, seen, call);

        var outcome = await call.Run(key);
        if (outcome.Answer is null) return await RepeatAsync(key, await FindAsync(key) ?? throw new InvalidOperationException("A claimed request is not there."), call);
        // Refused because the same request, sent beside this one, was faster: that one's answer counts for both.
        if (outcome.Payment is null && await FindAsync(key) is { } faster) return await RepeatAsync(key, faster, call);
        if (!outcome.IsPassing) await KeepAsync(key, outcome.Payment, outcome.Answer);
        return outcome.Answer;
    }

    /// <summary>The request's name with a keyed hash of what it asks: security code left out, card number as its fingerprint (PAY-11).</summary>
    private RequestKey KeyOf(RequestName name, IRepeatable? asked)
    {
        var digest = new RequestDigest().Add(name.Endpoint).Add(name.Query);
        if (asked?.Number is { } number) digest.Add(vault.Fingerprint(name.Merchant, number));
        asked?.Describe(digest);
        return new RequestKey(name.Merchant, name.Endpoint, name.Key!, mac.Of(digest.Bytes));
    }

    private ValueTask<SeenRequest?> FindAsync(RequestKey key) => store.FindAsync(key.Merchant, key.Endpoint, key.Key);

    private async Task<Answer> RepeatAsync(RequestKey key, SeenRequest seen, RepeatableCall call)
    {
        if (!CryptographicOperations.FixedTimeEquals(seen.Mac, key.Mac)) return await call.Refuse(ReturnCode.DuplicateKey);
        if (seen.Body is null) seen = await WaitAsync(key, seen);
        if (seen.Body is { } body) return new Answer(seen.Status, body);

        // Its process died between the claim and the answer, or an upstream takes its time: the payment itself tells how far it came.
        var stands = seen.Payment is { } payment ? await call.Stands(payment) : null;
        return stands ?? await call.Refuse(ReturnCode.PaymentInProcess);
    }

    private async Task<SeenRequest> WaitAsync(RequestKey key, SeenRequest seen)
    {
        var pause = FirstPause;
        for (var waited = TimeSpan.Zero; seen.Body is null && waited < LongestWait; waited += pause)
        {
            await Task.Delay(pause, clock);
            seen = await FindAsync(key) ?? seen;
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        return seen;
    }

    /// <summary>What was done stays done if this fails, so the caller still hears of it.</summary>
    private async Task KeepAsync(RequestKey key, long? payment, Answer answer)
    {
        try
        {
            await store.AnswerAsync(key, payment, answer.Status, answer.Body, clock.GetUtcNow());
        }
        catch (StoreUnavailableException)
        {
            Log.AnswerNotKept(log, key.Merchant, payment);
        }
    }
}
