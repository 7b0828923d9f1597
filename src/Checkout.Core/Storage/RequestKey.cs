namespace Checkout.Core.Storage;

/// <summary>
/// The name a caller gave one request so that it can be repeated safely. <paramref name="Mac"/> is a keyed hash of the request without its
/// security code and with the card's fingerprint for its number (PAY-11).
/// </summary>
public sealed record RequestKey(int Merchant, string Endpoint, string Key, byte[] Mac);

/// <summary>What is known of a request that was seen before; <paramref name="Body"/> is null until it was answered.</summary>
public sealed record SeenRequest(byte[] Mac, long? Payment, int Status, byte[]? Body);

/// <summary>Answers kept so that a repeated request gets the same bytes, for at least 30 days.</summary>
public interface IRequestStore
{
    ValueTask<SeenRequest?> FindAsync(int merchant, string endpoint, string key);

    /// <summary>Keeps the answer, also for a request that made nothing and so was never claimed. The first one stands for ever.</summary>
    /// <returns>False: another answer stands, or somebody else has the key.</returns>
    Task<bool> AnswerAsync(RequestKey key, long? payment, int status, byte[] body, DateTimeOffset at);
}
