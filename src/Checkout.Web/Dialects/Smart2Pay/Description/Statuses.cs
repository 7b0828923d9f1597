using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.SavedCards;

namespace Checkout.Web.Dialects.Smart2Pay.Description;

/// <summary>Which statuses each thing can have, read from the table the writers use.</summary>
internal static class Statuses
{
    public static readonly IReadOnlyList<ShownStatus> OfPayments =
        All<PaymentStatus>(status => status is PaymentStatus.Verified or PaymentStatus.VerifyFailed ? null : Smart2PayStatus.Of(status));

    public static readonly IReadOnlyList<ShownStatus> OfRefunds = All<RefundState>(state => Smart2PayStatus.Of(state));

    public static readonly IReadOnlyList<ShownStatus> OfCaptures = All<CaptureState>(state => Smart2PayStatus.Of(state));

    public static readonly IReadOnlyList<ShownStatus> OfPayouts = All<PayoutState>(state => Smart2PayStatus.Of(state));

    public static readonly IReadOnlyList<ShownStatus> OfDisputes = All<DisputeState>(state => Smart2PayStatus.Of(state));

    public static readonly IReadOnlyList<ShownStatus> OfTokens = All<SavedCardState>(state => Smart2PayStatus.Of(state));

    /// <summary>A card check is a payment of nothing; it is found good, found bad, or not answered yet.</summary>
    public static readonly IReadOnlyList<ShownStatus> OfCardChecks = All<PaymentStatus>(status => Smart2PayStatus.Of(status));

    private static ShownStatus[] All<T>(Func<T, ShownStatus?> show)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(show).OfType<ShownStatus>().Distinct().OrderBy(status => status.Id)];
}
