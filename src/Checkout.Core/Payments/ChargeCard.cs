using Checkout.Core.Cards;
using Checkout.Core.Chance;
using Checkout.Core.Notices;
using Checkout.Core.Payments.Settling;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments;

/// <summary>
/// Charges a card for a payment so that no crash, time-out or double click can charge it twice or lose it:
/// <code>
/// (1) commit the intent ── refused? nothing was sent, the winner's state is shown
/// (2) open the card
/// (3) call the upstream ── (3a) it wants authentication first: same card again, with the shopper's bank
/// (4) wipe the security code
/// (5) commit the outcome; no answer is an outcome of its own, Unknown, which is asked about and never charged again
/// </code>
/// </summary>
public sealed class ChargeCard(IPaymentStore store, ChooseProvider choose, CardKeeper keeper, SettleAttempt settle, ChargeTools tools)
{
    private const int MostSends = 3;

    public async Task<TakeResult> RunAsync(Charge charge)
    {
        using var code = charge.Code;
        if (charge.Payment.IsBlocked) return TakeResult.Refused(Refusal.Blocked, charge.Payment);
        var chosen = await choose.RunAsync(charge);
        if (chosen.Connector is not { } connector) return TakeResult.Refused(chosen.Refusal, charge.Payment);

        var window = new SendWindow(tools.Clock);
        var now = tools.Clock.GetUtcNow();
        var attempt = NewAttempt(charge, connector, now);
        var payment = Submit(charge, attempt, now);
        var verdict = await store.CommitAsync(WritesOf(charge, payment, attempt, opensNumber: chosen.Token is null));
        if (verdict != Verdict.Done) return TakeResult.Refused(Refusals.Of(verdict), charge.Payment);

        return TakeResult.Of(await SendAsync(charge, new Intent(payment, attempt, window), connector, chosen.Token));
    }

    private async Task<Payment> SendAsync(Charge charge, Intent intent, IConnector connector, byte[]? token)
    {
        CardAtHand? card = null;
        try
        {
            card = charge.Saved is { } saved ? keeper.AtHand(saved, token) : CardAtHand.Typed(charge.Typed);
            var isAuthenticated = intent.Payment.ThreeDSecure;
            var outcome = await CallAsync(charge, intent, card, connector, isAuthenticated);
            if (outcome is ConnectorOutcome.Declined { Reason: PaymentReason.AuthenticationNeeded } && !isAuthenticated && CanAuthenticate(charge) && await StepUpAsync(intent) is { } second)
            {
                intent = second;
                outcome = await CallAsync(charge, intent, card, connector, authenticate: true);
            }

            charge.Code?.Dispose();
            return await SettleAsync(charge, intent, outcome, await KeepAsync(charge, intent.Payment, outcome));
        }
        catch (VaultRefusedException)
        {
            // Nothing was sent: the card does not open, so this try is over and says so.
            return await SettleAsync(charge, intent, new ConnectorOutcome.Declined(PaymentReason.TokenNotAvailable));
        }
        finally
        {
            card?.Dispose();
        }
    }

    private Task<Payment> SettleAsync(Charge charge, Intent intent, ConnectorOutcome outcome, SavedCard? kept = null) =>
        settle.RunAsync(intent.Payment, intent.Attempt, outcome, charge.By, toldInAnswer: charge.By == Actor.Merchant, kept);

    private async Task<ConnectorOutcome> CallAsync(Charge charge, Intent intent, CardAtHand card, IConnector connector, bool authenticate)
    {
        var (payment, attempt, window) = intent;
        var request = new AuthoriseRequest
        {
            Merchant = payment.Merchant,
            Reference = attempt.Reference,
            MerchantReference = payment.Reference,
            Amount = attempt.Amount,
            Capture = attempt.Captures,
            IsCheck = attempt.Kind == AttemptKind.Verify,
            Authenticate = authenticate,
            Challenges = ChallengesOf(charge),
            Card = card.Card,
            Token = card.Token,
            Code = charge.Code,
            // A card whose number we have and whose keeping was agreed to gets a token there too.
            KeepsCard = connector.KeepsTokens && card.Token is null && (charge.Keep || charge.UsesToken),
            Shopper = payment.Shopper,
            Use = charge.Use,
            FirstCharge = charge is { Use: CredentialUse.ByMerchant, Saved.FirstCharge: { } first } && first.Connector == connector.Name ? first : null,
            Details = payment.Details,
            Browser = charge.Browser,
            ReturnUrl = tools.ReturnUrlOf(payment, charge.HidesCards),
            OnlyListedTestCards = payment is { Dialect: Dialect.Cardgate, IsTest: true },
        };

        if (window.IsOver) return new ConnectorOutcome.Unknown(ConnectorFault.NotConnected);

        // Sending again with the same reference is safe only while nothing has left this machine.
        var outcome = await UpstreamCall.RunAsync(stop => connector.AuthoriseAsync(request, stop), tools.Clock);
        for (var sends = 1; outcome is ConnectorOutcome.NotSent && sends < MostSends; sends++)
            outcome = await UpstreamCall.RunAsync(stop => connector.AuthoriseAsync(request, stop), tools.Clock);
        return outcome;
    }

    /// <summary>The first attempt is declined for good and the second takes its place in the same commit.</summary>
    private async Task<Intent?> StepUpAsync(Intent declined)
    {
        var (payment, first, window) = (declined.Payment, declined.Attempt, new SendWindow(tools.Clock));
        var now = tools.Clock.GetUtcNow();
        var number = payment.Attempts + 1;
        var second = first with
        {
            Number = number,
            Reference = tools.Random.ForAttempt(payment.Merchant, payment.Number, number),
            Target = first.Reference,
            Submitted = now,
            CheckAt = now + CheckSchedule.Stale,
        };
        var again = payment.Touch(now) with { Attempts = number };
        var verdict = await store.CommitAsync(
        [
            new Write.MoveAttempt(Settlement.End(first, AttemptState.Declined, PaymentReason.AuthenticationNeeded), first),
            new Write.NewAttempt(second),
            new Write.MovePayment(again, Actor.Upstream),
        ]);
        return verdict == Verdict.Done ? new Intent(again, second, window) : null;
    }

    /// <summary>
    /// There is a shopper who can be sent to the bank, and a way back: for whoever comes from our page, and in the Cardgate dialect, our own result
    /// is the last one (spec/cardgate.md §16).
    /// </summary>
    private static bool CanAuthenticate(Charge charge) =>
        charge.Use != CredentialUse.ByMerchant && (charge.Payment.Need != CardNeed.Nothing || charge.Payment is { ReturnUrl: not null } or { Dialect: Dialect.Cardgate });

    /// <summary>A Cardgate merchant's server hands the question on to the bank itself, and may know it by its names only (spec/cardgate.md §12).</summary>
    private static ChallengeShape? ChallengesOf(Charge charge)
    {
        var wished = charge.Merchant.Settings.Challenges;
        return wished == ChallengeShape.Second || charge is { By: Actor.Merchant, Payment.Dialect: Dialect.Cardgate } ? wished : null;
    }

    private async ValueTask<SavedCard?> KeepAsync(Charge charge, Payment payment, ConnectorOutcome outcome)
    {
        if (!charge.Keep || charge.Typed is not { } typed) return null;
        if (outcome is ConnectorOutcome.Declined or ConnectorOutcome.NotSent or ConnectorOutcome.Cancelled) return null;
        try
        {
            return await keeper.SealAsync(payment, typed, SavedCardState.Pending, charge.Consent);
        }
        catch (StoreUnavailableException)
        {
            // The outcome in hand matters more than the card: it is settled without one.
            return null;
        }
    }

    private Attempt NewAttempt(Charge charge, IConnector connector, DateTimeOffset now)
    {
        var payment = charge.Payment;
        var number = payment.Attempts + 1;
        return new Attempt
        {
            Merchant = payment.Merchant,
            Payment = payment.Number,
            Number = number,
            Kind = payment.Purpose == PaymentPurpose.CardCheck ? AttemptKind.Verify : AttemptKind.Authorise,
            State = AttemptState.Submitting,
            Reference = tools.Random.ForAttempt(payment.Merchant, payment.Number, number),
            Amount = payment.Purpose == PaymentPurpose.CardCheck ? payment.Amount.With(0) : payment.Amount,
            Captures = payment.CaptureNow,
            Connector = connector.Name,
            Submitted = now,
            Card = charge.Face,
            SavedCard = charge.Saved?.Number,
            UsesToken = charge.UsesToken,
            KeepsCard = charge.Keep,
            Consent = charge is { Keep: true, Typed: null, Saved: null } ? charge.Consent : null,
            CheckAt = now + CheckSchedule.Stale,
        };
    }

    private static Payment Submit(Charge charge, Attempt attempt, DateTimeOffset now)
    {
        var payment = charge.Payment;
        var submitting = charge.IsNew ? payment with { Status = PaymentStatus.Submitting } : payment.MoveTo(PaymentStatus.Submitting, PaymentReason.None, now);
        return submitting.WithSavedCard(charge.Saved) with
        {
            Attempts = attempt.Number,
            Card = charge.Face,
            Challenge = null,
            ShowToken = charge.UsesToken,
            // Of a payment from before this was written down it is written now: the card of this try takes its place.
            Details = payment.Details with { GivenCard = payment.GivenCard, BySavedCard = charge.UsesToken, ByMerchantAlone = charge.Use == CredentialUse.ByMerchant },
        };
    }

    private static List<Write> WritesOf(Charge charge, Payment payment, Attempt attempt, bool opensNumber)
    {
        List<Write> writes = [];
        if (charge.Request is { } key) writes.Add(new Write.ClaimRequest(key, payment.Number, attempt.Submitted));
        if (charge.UsesToken) writes.Add(new Write.SpendToken(payment.Merchant, charge.Saved!.Number, charge.Merchant.Settings.TokenLimit, attempt.Submitted));
        writes.Add(charge.IsNew ? new Write.NewPayment(payment, charge.By) : new Write.MovePayment(payment, charge.By));
        writes.AddRange(charge.PublicIds.Select(id => new Write.NewPublicId(id, payment.Merchant, payment.Number)));
        if (charge.IsNew) writes.AddRange(NoticeRules.OfNew(payment));
        writes.Add(new Write.NewAttempt(attempt));
        if (opensNumber && charge.Saved is { } saved) writes.Add(new Write.NoteOpening(payment.Merchant, saved.Number, payment.Number, attempt.Reference, attempt.Submitted));
        return writes;
    }

    /// <summary>What is on disk, and how long it may be sent.</summary>
    private sealed record Intent(Payment Payment, Attempt Attempt, SendWindow Window);
}
