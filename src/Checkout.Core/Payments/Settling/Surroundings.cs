using Checkout.Core.Chance;
using Checkout.Core.Merchants;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments.Settling;

/// <summary>Gathers what has to be known to settle an attempt, so that settling itself asks nobody.</summary>
public sealed class Surroundings(IPaymentStore store, PaymentLimits limits, HorizonWait horizon, IRandomSource random, CardKeeper keeper)
{
    /// <param name="kept">The typed card, sealed and not stored yet, that is to be kept if the attempt comes to something.</param>
    public async ValueTask<Circumstances> OfAsync(Payment payment, Attempt attempt, ConnectorOutcome outcome, IConnector connector, MerchantSettings settings, SavedCard? kept)
    {
        // A token whose card nobody can tell is of no use: a page could not show it, and its owner not remove it.
        var approved = outcome as ConnectorOutcome.Approved;
        if (approved is { Token: { } word, Card: { } face } && attempt is { KeepsCard: true, SavedCard: null } && kept is null)
            kept = await keeper.KeepAsync(payment, face, connector.Name, word, attempt.Consent);

        var (twin, alone) = approved is null ? default : await TwinAsync(attempt, kept, settings.TokenLimit);
        if (outcome is ConnectorOutcome.Unknown or ConnectorOutcome.NotFound && Settlement.IsUnsettled(attempt)) horizon.Begin(attempt.Reference, attempt.Submitted);
        return new Circumstances
        {
            Now = horizon.Clock.GetUtcNow(),
            Random = random,
            Limits = limits,
            Horizon = connector.Horizon,
            ShopperLimit = connector.ShopperLimit,
            LateCharge = settings.LateCharge,
            Kept = Told(kept, approved),
            Twin = Told(twin, approved),
            Alone = alone,
            Used = approved is not null && attempt is { MayStillCharge: false, UsesToken: true, SavedCard: { } used } ? await keeper.FindAsync(attempt.Merchant, used) : null,
            Token = approved is { Token: not null } ? await TokenOfAsync(attempt, connector, new Keeping(kept, twin), approved) : null,
            Refund = attempt is { Kind: AttemptKind.Refund, Undoes: false } ? (await store.RefundsAsync(attempt.Merchant, attempt.Payment)).Single(r => r.Attempt == attempt.Number) : null,
            Attempts = HasNeighbours(attempt) ? await store.AttemptsAsync(attempt.Merchant, attempt.Payment) : [],
        };
    }

    /// <summary>The next payment with the card tells too what this upstream knows of it.</summary>
    private static SavedCard? Told(SavedCard? card, ConnectorOutcome.Approved? approved) =>
        card is null || approved?.Facts is null ? card : card with { Face = approved.FaceOf(card.Face) };

    /// <summary>The card that was kept earlier and is now used like a new one: typed again, here or at the upstream; or what has to hold so that it is new.</summary>
    private async ValueTask<(SavedCard? Twin, Write.NeedNoTwin? Alone)> TwinAsync(Attempt attempt, SavedCard? kept, int tokenLimit)
    {
        try
        {
            var newer = kept ?? (attempt is { KeepsCard: true, UsesToken: false, SavedCard: { } waiting } ? await keeper.FindAsync(attempt.Merchant, waiting) : null);
            // One that waits no more has its own token already.
            if (newer is null || (kept is null && newer.State != SavedCardState.Pending)) return default;
            return await keeper.TwinAsync(newer, tokenLimit) is { } twin ? (twin, null) : (null, CardKeeper.NeedNoTwin(newer, tokenLimit));
        }
        catch (StoreUnavailableException)
        {
            // The money in hand matters more: a second token of a card is better than none.
            return default;
        }
    }

    /// <summary>
    /// The token goes with the card that is kept here: the one of this attempt, or a saved one that was sent whole because this upstream had no
    /// token for it. A card that paid by its token has it already, and on the upstream's page another card may have been taken.
    /// </summary>
    private async ValueTask<Write.KeepToken?> TokenOfAsync(Attempt attempt, IConnector connector, Keeping keeping, ConnectorOutcome.Approved approved)
    {
        if (keeping.Kept is { } kept) return keeper.KeepToken((keeping.Twin ?? kept).Owner, connector.Name, approved.Token!);
        if (!(attempt.KeepsCard || attempt.UsesToken) || attempt.SavedCard is not { } number) return null;
        var saved = await keeper.FindAsync(attempt.Merchant, number);
        var isItsOwn = saved is { State: SavedCardState.Pending or SavedCardState.Active } && !saved.TokensAt.Contains(connector.Name)
            && (approved.Card is not { } face || face.Last4 == saved.Face.Last4);
        return isItsOwn ? keeper.KeepToken((keeping.Twin ?? saved!).Owner, connector.Name, approved.Token!) : null;
    }

    /// <summary>Only a cancel or accept, a charge that was seen waiting and may be cancelled, and one that is over have to do with other attempts.</summary>
    private static bool HasNeighbours(Attempt attempt) =>
        attempt.Undoes || attempt.Kind is AttemptKind.Cancel or AttemptKind.Accept
        || attempt.State is AttemptState.AwaitingShopper or AttemptState.AwaitingReview or AttemptState.Unknown || !attempt.MayStillCharge;

    private sealed record Keeping(SavedCard? Kept, SavedCard? Twin);
}
