using Checkout.Core.Chance;
using Checkout.Core.Merchants;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;

namespace Checkout.Core.Payments.Settling;

/// <summary>What has to be known to settle an attempt beside the attempt itself. Settling is a pure function of these.</summary>
public sealed record Circumstances
{
    public required DateTimeOffset Now { get; init; }

    public required IRandomSource Random { get; init; }

    public required PaymentLimits Limits { get; init; }

    /// <summary>The connector's horizon: "not found" is final only after it (PAY-6).</summary>
    public required TimeSpan Horizon { get; init; }

    /// <summary>How long a shopper may stay on the upstream's page.</summary>
    public required TimeSpan ShopperLimit { get; init; }

    /// <summary>What the merchant wants with a charge that comes too late.</summary>
    public LateCharge LateCharge { get; init; }

    /// <summary>The card that is to be kept if this attempt comes to something: typed here, or known by the upstream's token; not stored yet.</summary>
    public SavedCard? Kept { get; init; }

    /// <summary>The shopper's card, kept earlier, that this attempt's turned out to be, with what was told of it now. Null: it is a new one.</summary>
    public SavedCard? Twin { get; init; }

    /// <summary>What has to hold still where the card is kept as a new one. Null: nothing.</summary>
    public Write.NeedNoTwin? Alone { get; init; }

    /// <summary>The saved card whose token paid a charge that had already come to nothing. Null: it was paid otherwise.</summary>
    public SavedCard? Used { get; init; }

    /// <summary>The upstream's word for the card, sealed, when the answer brought one.</summary>
    public Write.KeepToken? Token { get; init; }

    /// <summary>The refund that a refund attempt carries out.</summary>
    public Refund? Refund { get; init; }

    /// <summary>All attempts of the payment, where another one can matter: for a cancel, for a charge that one may be after, and for one that came too late.</summary>
    public IReadOnlyList<Attempt> Attempts { get; init; } = [];
}
