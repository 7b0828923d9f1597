using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments.Settling;

/// <summary>What becomes of the card that an attempt is to keep: it waits while nothing is decided, is kept with a success, and goes otherwise.</summary>
internal static class CardSettlement
{
    /// <summary>The card that is kept from here on: a typed one gets its row now, one that waited changes its state, and one that was kept before takes over what is new.</summary>
    public static (IReadOnlyList<Write> Writes, long? Card) Keep(Attempt attempt, ConnectorOutcome.Approved yes, Circumstances around)
    {
        var charge = new FirstCharge(attempt.Reference, yes.UpstreamId ?? attempt.UpstreamId, attempt.Connector);
        if (around.Twin is { } twin) return ([Refresh(twin, charge, around), .. DropWaiting(attempt)], twin.Number);
        if (around.Kept is { } kept) return ([.. Alone(around), new Write.NewSavedCard(kept with { State = SavedCardState.Active, FirstCharge = charge })], kept.Number);
        if (attempt is not { KeepsCard: true, UsesToken: false, SavedCard: { } waiting }) return ([.. DropWaiting(attempt)], null);

        var face = yes.Facts is null ? null : yes.FaceOf(attempt.Card);
        return ([.. Alone(around), new Write.MoveSavedCard(attempt.Merchant, waiting, SavedCardState.Pending, SavedCardState.Active) { By = charge, Face = face }], waiting);
    }

    /// <summary>The card that waits until the attempt is decided.</summary>
    public static (IReadOnlyList<Write> Writes, long? Card) Wait(Circumstances around) =>
        around.Kept is { } kept ? ([new Write.NewSavedCard(kept with { State = SavedCardState.Pending })], kept.Number) : ([], null);

    /// <summary>The card that comes to be kept by its token, after the attempt had ended well.</summary>
    public static (IReadOnlyList<Write> Writes, long Card) KeepLate(SavedCard kept, Attempt attempt, Circumstances around)
    {
        var charge = new FirstCharge(attempt.Reference, attempt.UpstreamId, attempt.Connector);
        return around.Twin is { } twin ? ([Refresh(twin, charge, around)], twin.Number) : ([.. Alone(around), new Write.NewSavedCard(kept with { FirstCharge = charge })], kept.Number);
    }

    public static Payment Remember(Payment payment, Circumstances around) => (around.Twin ?? around.Kept) is { } card ? payment.WithSavedCard(card) : payment;

    /// <summary>The card that waited for this attempt is dropped, unless the payment is to be tried with it again.</summary>
    public static IEnumerable<Write> DropPending(Payment after, Attempt attempt) =>
        after.Status == PaymentStatus.Open && after.SavedCard == attempt.SavedCard ? [] : DropWaiting(attempt);

    private static IEnumerable<Write> DropWaiting(Attempt attempt)
    {
        if (attempt is { UsesToken: false, SavedCard: { } waiting }) yield return new Write.MoveSavedCard(attempt.Merchant, waiting, SavedCardState.Pending, SavedCardState.Removed);
    }

    // Two first payments with one card in the same moment: the later finds the token of the earlier when it is weighed again.
    private static IEnumerable<Write> Alone(Circumstances around) => around.Alone is { } alone ? [alone] : [];

    private static Write.RefreshSavedCard Refresh(SavedCard twin, FirstCharge by, Circumstances around) => new(twin.Merchant, twin.Number, twin.Face, twin.Consent, by, around.Now);
}
