namespace Checkout.Core.Storage;

/// <summary>A request that made nothing, as it was answered: what was good of it and every fault, never card data.</summary>
/// <param name="Number">Unique per merchant; what the merchant was told to ask about it with.</param>
public sealed record RefusedRequest(int Merchant, long Number, DateTimeOffset At, byte[] Answer);

/// <summary>Refused requests, kept for a month.</summary>
public interface IRefusedRequestStore
{
    Task KeepAsync(RefusedRequest request);

    ValueTask<RefusedRequest?> FindAsync(int merchant, long number);
}
