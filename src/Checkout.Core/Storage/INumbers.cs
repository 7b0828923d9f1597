namespace Checkout.Core.Storage;

public enum NumberKind { Payment = 0, SavedCard = 1, Refund = 2, InvalidRequest = 3, Payout = 4 }

/// <summary>Increasing numbers per merchant and kind, handed out from durable blocks: never twice, with gaps after a restart.</summary>
public interface INumbers
{
    ValueTask<long> NextAsync(int merchant, NumberKind kind);
}
