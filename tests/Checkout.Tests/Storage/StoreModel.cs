using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;

namespace Checkout.Tests.Storage;

/// <summary>The store as it should be, in the plainest words: dictionaries, and a copy of all of them for each change.</summary>
internal sealed class StoreModel
{
    public Dictionary<long, Payment> Payments { get; private set; } = [];

    public Dictionary<(long Payment, int Number), Attempt> Attempts { get; private set; } = [];

    public Dictionary<long, SavedCard> Cards { get; private set; } = [];

    private HashSet<string> Requests { get; set; } = [];

    public Verdict Commit(IReadOnlyList<Write> change)
    {
        var (payments, attempts, cards, requests) = (Payments, Attempts, Cards, Requests);
        (Payments, Attempts, Cards, Requests) = (new(payments), new(attempts), new(cards), [.. requests]);
        var verdict = change.Select(Apply).FirstOrDefault(v => v != Verdict.Done, Verdict.Done);
        if (verdict != Verdict.Done) (Payments, Attempts, Cards, Requests) = (payments, attempts, cards, requests);
        return verdict;
    }

    private Verdict Apply(Write write)
    {
        switch (write)
        {
            case Write.NewPayment(var payment, _):
                if (Payments.Values.Any(p => p.Reference == payment.Reference)) return Verdict.DuplicateReference;
                Payments.Add(payment.Number, payment);
                return Verdict.Done;
            case Write.MovePayment(var after, _):
                if (!Payments.TryGetValue(after.Number, out var held) || held.Version != after.Version - 1) return Verdict.Stale;
                Payments[after.Number] = after;
                return Verdict.Done;
            case Write.NewAttempt(var attempt):
                if (Attempts.Values.Any(a => a.Payment == attempt.Payment && a.MayStillCharge) && attempt.MayStillCharge) return Verdict.ChargeInProgress;
                Attempts.Add((attempt.Payment, attempt.Number), attempt);
                return Verdict.Done;
            case Write.MoveAttempt(var after, var before):
                if (!Attempts.TryGetValue((after.Payment, after.Number), out var now) || (now.State, now.Checks, now.CheckAt) != (before.State, before.Checks, before.CheckAt)) return Verdict.Stale;
                Attempts[(after.Payment, after.Number)] = after;
                return Verdict.Done;
            case Write.ClaimRequest(var key, _, _):
                return Requests.Add(key.Key) ? Verdict.Done : Verdict.RequestSeen;
            default:
                return ApplyToCard(write);
        }
    }

    private Verdict ApplyToCard(Write write)
    {
        switch (write)
        {
            case Write.NewSavedCard(var card):
                Cards.Add(card.Number, card);
                return Verdict.Done;
            case Write.MoveSavedCard(_, var number, var before, var after) { By: var mover, Face: var told }:
                if (Cards.TryGetValue(number, out var moving) && moving.State == before)
                    Cards[number] = after is SavedCardState.Pending or SavedCardState.Active
                        ? moving with { State = after, FirstCharge = moving.FirstCharge ?? mover, Face = told ?? moving.Face }
                        : moving with { State = after, Sealed = null, Consent = null, Fingerprint = [], FirstCharge = null };
                return Verdict.Done;
            case Write.SpendToken(_, var number, var limit, var at):
                if (!Cards.TryGetValue(number, out var spent) || spent.State != SavedCardState.Active) return Verdict.TokenGone;
                if (limit > 0 && spent.Uses >= limit) return Verdict.TokenSpent;
                Cards[number] = spent with { Uses = spent.Uses + 1, LastUsed = at };
                return Verdict.Done;
            case Write.NeedToken(_, var number):
                return Cards.TryGetValue(number, out var needed) && needed.State == SavedCardState.Active ? Verdict.Done : Verdict.TokenGone;
            case Write.NeedNoTwin(var newer, var most):
                return Cards.Values.Any(c => c.State == SavedCardState.Active && c.Number != newer.Number && c.Fingerprint.SequenceEqual(newer.Fingerprint)
                    && (c.Shopper, c.MadeIn, c.IsTest) == (newer.Shopper, newer.MadeIn, newer.IsTest) && (most == 0 || c.Uses < most)) ? Verdict.Stale : Verdict.Done;
            case Write.RefreshSavedCard(_, var number, var face, var consent, var by, var at):
                if (!Cards.TryGetValue(number, out var known) || known.State != SavedCardState.Active) return Verdict.TokenGone;
                Cards[number] = known with { Face = face, Consent = consent, LastUsed = at, FirstCharge = known.FirstCharge ?? by };
                return Verdict.Done;
            case Write.GiveTokenBack(_, var number):
                if (Cards.TryGetValue(number, out var back) && back.Uses > 0) Cards[number] = back with { Uses = back.Uses - 1 };
                return Verdict.Done;
            case Write.TakeTokenAgain(_, var number):
                if (Cards.TryGetValue(number, out var again)) Cards[number] = again with { Uses = again.Uses + 1 };
                return Verdict.Done;
            default:
                throw new InvalidOperationException($"The model does not know {write.GetType().Name}.");
        }
    }
}
