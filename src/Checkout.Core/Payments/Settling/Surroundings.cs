using Checkout.Core.Chance;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments.Settling;

/// <summary>Gathers what has to be known to settle an attempt, so that settling itself asks nobody.</summary>
public sealed class Surroundings(IPaymentStore store, PaymentLimits limits, TimeProvider clock, IRandomSource random, CardKeeper keeper)
{
    /// <param name="kept">The typed card, sealed and not stored yet, that is to be kept if the attempt comes to something.</param>
    public async ValueTask<Circumstances> OfAsync(Payment payment, Attempt attempt, ConnectorOutcome outcome, IConnector connector, SavedCard? kept)
    {
        var token = (outcome as ConnectorOutcome.Approved)?.Token;
        if (token is not null && attempt is { KeepsCard: true, SavedCard: null } && kept is null && ((ConnectorOutcome.Approved)outcome).Card is { } face)
            kept = await keeper.KeepAsync(payment, face, connector.Name, token, attempt.Consent);

        return new Circumstances
        {
            Now = clock.GetUtcNow(),
            Random = random,
            Limits = limits,
            Horizon = connector.Horizon,
            ShopperLimit = connector.ShopperLimit,
            Kept = kept,
            Token = token is null ? null : TokenOf(payment, attempt, connector, kept, token),
            Refund = attempt is { Kind: AttemptKind.Refund, Undoes: false } ? (await store.RefundsAsync(attempt.Merchant, attempt.Payment)).Single(r => r.Attempt == attempt.Number) : null,
            Attempts = HasNeighbours(attempt) ? await store.AttemptsAsync(attempt.Merchant, attempt.Payment) : [],
        };
    }

    /// <summary>The token goes with the card that is kept here, never with one whose keeping nobody agreed to.</summary>
    private Write.KeepToken? TokenOf(Payment payment, Attempt attempt, IConnector connector, SavedCard? kept, UpstreamToken token) =>
        (kept?.Number ?? (attempt.KeepsCard || attempt.UsesToken ? attempt.SavedCard : null)) is { } card
            ? keeper.KeepToken(new CardOwner(payment.Merchant, payment.Shopper, card), connector.Name, token)
            : null;

    /// <summary>Only a cancel, a charge that was seen waiting and may be cancelled, and one that is over have to do with other attempts.</summary>
    private static bool HasNeighbours(Attempt attempt) =>
        attempt.Undoes || attempt.Kind == AttemptKind.Cancel || attempt.State is AttemptState.AwaitingShopper or AttemptState.Unknown || !attempt.MayStillCharge;
}
