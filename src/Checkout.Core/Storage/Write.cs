using Checkout.Core.Cards;
using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.SavedCards;

namespace Checkout.Core.Storage;

/// <summary>Who caused a change; kept with each event of a payment.</summary>
public enum Actor { Merchant = 0, Shopper = 1, Upstream = 2, Clock = 3, Operator = 4, Import = 5 }

/// <summary>
/// One write of a change. A change is a list of writes that land together or not at all; the first write whose condition does not hold
/// decides the <see cref="Verdict"/>.
/// </summary>
public abstract record Write
{
    private Write()
    {
    }

    /// <summary>Inserts a payment and its first event. <see cref="Verdict.DuplicateReference"/> when the reference is taken.</summary>
    public sealed record NewPayment(Payment Payment, Actor By) : Write;

    /// <summary>Replaces version n−1 of a payment by version n and appends an event. <see cref="Verdict.Stale"/> when the store holds another version.</summary>
    public sealed record MovePayment(Payment After, Actor By) : Write;

    /// <summary>Inserts an intent. <see cref="Verdict.ChargeInProgress"/> when an authorise attempt of the payment may still charge (PAY-4).</summary>
    public sealed record NewAttempt(Attempt Attempt) : Write;

    /// <summary>
    /// Replaces an attempt that still stands as <paramref name="Before"/> does: same state, same checks, same time of the next one. Else
    /// <see cref="Verdict.Stale"/>, so that somebody who looked earlier never takes back what somebody who looked later has settled.
    /// </summary>
    public sealed record MoveAttempt(Attempt After, Attempt Before) : Write;

    public sealed record NewSavedCard(SavedCard Card) : Write;

    /// <summary>Changes the state of a saved card that is in state <paramref name="Before"/>, else does nothing. Leaving Pending and Active for good wipes the sealed number.</summary>
    public sealed record MoveSavedCard(int Merchant, long Card, SavedCardState Before, SavedCardState After) : Write
    {
        /// <summary>The charge that made it active.</summary>
        public FirstCharge? By { get; init; }

        /// <summary>What is known of it from now on, of one that stays; null: as before.</summary>
        public CardFace? Face { get; init; }
    }

    /// <summary>
    /// Counts a use of a token, if the card is active (else <see cref="Verdict.TokenGone"/>) and its uses are below
    /// <paramref name="Limit"/> (else <see cref="Verdict.TokenSpent"/>; 0 is no limit) (PAY-12).
    /// </summary>
    public sealed record SpendToken(int Merchant, long Card, int Limit, DateTimeOffset At) : Write;

    /// <summary>Changes nothing: the card has to be active, else <see cref="Verdict.TokenGone"/>.</summary>
    public sealed record NeedToken(int Merchant, long Card) : Write;

    /// <summary>
    /// Changes nothing: no active card other than <paramref name="Newer"/> is the same one, by merchant, shopper, fingerprint, dialect and mode, with
    /// uses below <paramref name="TokenLimit"/> (0 is no limit); else <see cref="Verdict.Stale"/>, as somebody has kept it meanwhile.
    /// </summary>
    public sealed record NeedNoTwin(SavedCard Newer, int TokenLimit) : Write;

    /// <summary>A card that is kept was used again as if it were new: it takes over what was told of it then. It has to be active, else <see cref="Verdict.TokenGone"/>.</summary>
    /// <param name="By">The charge that proved it again; it counts as the first where none was written down.</param>
    public sealed record RefreshSavedCard(int Merchant, long Card, CardFace Face, Consent? Consent, FirstCharge By, DateTimeOffset At) : Write;

    /// <summary>Keeps an upstream's sealed word for a card that is still kept, in the place of an earlier one of the same upstream; else does nothing.</summary>
    public sealed record KeepToken(int Merchant, long Card, string Connector, byte[] Sealed, DateTimeOffset At) : Write;

    /// <summary>Gives a use back: the attempt definitely never reached the upstream.</summary>
    public sealed record GiveTokenBack(int Merchant, long Card) : Write;

    /// <summary>Counts a use again that was given back: the attempt reached the upstream after all.</summary>
    public sealed record TakeTokenAgain(int Merchant, long Card) : Write;

    /// <summary>Inserts a refund. <see cref="Verdict.DuplicateReference"/> when its reference is taken.</summary>
    public sealed record NewRefund(Refund Refund) : Write;

    /// <summary>Replaces a refund that is still open; else <see cref="Verdict.Stale"/>.</summary>
    public sealed record MoveRefund(Refund After) : Write;

    /// <summary>
    /// Inserts a payout and its first event, and counts it against its day. <see cref="Verdict.DuplicateReference"/> when the reference is taken,
    /// <see cref="Verdict.AboveDailyLimit"/> when with it the day's payouts of the merchant in this currency were above
    /// <paramref name="DailyLimit"/> minor units; 0 is no limit.
    /// </summary>
    public sealed record NewPayout(Payout Payout, long DailyLimit) : Write;

    /// <summary>
    /// Replaces version n−1 of a payout by version n and appends an event; else <see cref="Verdict.Stale"/>. One that has failed no longer counts
    /// against its day, and one that has paid all the same counts again.
    /// </summary>
    public sealed record MovePayout(Payout After, Payout Before, Actor By) : Write;

    public sealed record NewNotice(Notice Notice) : Write;

    /// <summary>Gives a payment one more name, by which a browser may ask for it. The word is made by chance and known to nobody else.</summary>
    public sealed record NewPublicId(string Id, int Merchant, long Payment) : Write;

    /// <summary>Remembers that a request with this key made the payment, or the payout. <see cref="Verdict.RequestSeen"/> when the key was used before (PAY-10).</summary>
    public sealed record ClaimRequest(RequestKey Key, long? Payment, DateTimeOffset At) : Write;

    /// <summary>The audit row of a sealed number that is about to be opened (VLT-10). <paramref name="Payment"/> may be a payout's number; the reference tells.</summary>
    public sealed record NoteOpening(int Merchant, long Card, long Payment, string Reference, DateTimeOffset At) : Write;
}

/// <summary>What became of a change. Everything but <see cref="Done"/> means that nothing of it was written.</summary>
public enum Verdict { Done, Stale, DuplicateReference, ChargeInProgress, TokenSpent, TokenGone, RequestSeen, AboveDailyLimit }
