using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using static Checkout.Tests.Storage.Sample;

namespace Checkout.Tests.Storage;

public abstract partial class StoreExam
{
    /// <summary>Random changes, each beside neighbours that fail half-way, give the verdicts and leave the rows that the model says.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Random_changes_end_as_in_the_model(int seed)
    {
        var random = new Random(seed);
        var model = new StoreModel();
        var fresh = 1;
        for (var i = 0; i < 300; i++)
        {
            var change = Enumerable.Range(0, random.Next(1, 4)).Select(_ => AnyWrite(random, model, ref fresh)).ToArray();
            var noise = Store.Payments.CommitAsync([New(Payment(900_000 + i)), Move(Payment(900_000 + i) with { Version = 5 })]);
            var verdict = Store.Payments.CommitAsync(change);
            var noiseAfter = Store.Payments.CommitAsync([New(Payment(950_000 + i)), Move(Payment(950_000 + i) with { Version = 5 })]);

            Assert.Equal(model.Commit(change), await verdict);
            Assert.Equal((Verdict.Stale, Verdict.Stale), (await noise, await noiseAfter));
        }

        foreach (var payment in model.Payments.Values)
        {
            AssertSame(payment, await Store.Payments.FindAsync(Site, payment.Number));
            AssertSame(model.Attempts.Values.Where(a => a.Payment == payment.Number).OrderBy(a => a.Number).ToArray(), (await Store.Payments.AttemptsAsync(Site, payment.Number)).ToArray());
        }

        foreach (var card in model.Cards.Values) AssertSame(card, await Store.SavedCards.FindAsync(Site, card.Number));
        Assert.Equal(model.Payments.Count, (await Store.Payments.ListAsync(new PaymentFilter(Site, Dialect.Smart2Pay, null, null, 10_000))).Count);
    }

    private static Write AnyWrite(Random random, StoreModel model, ref int fresh)
    {
        var payments = model.Payments.Values.ToArray();
        var attempts = model.Attempts.Values.ToArray();
        var card = random.Next(1, Math.Max(2, fresh));
        if (payments.Length == 0 || attempts.Length == 0)
            return payments.Length == 0 ? NewPayment(random, fresh++) : new Write.NewAttempt(Attempt(payments[0].Number, fresh++));

        var payment = payments[random.Next(payments.Length)];
        var attempt = attempts[random.Next(attempts.Length)];
        return random.Next(14) switch
        {
            0 => NewPayment(random, fresh++),
            1 or 2 => Move(payment with { Version = payment.Version + random.Next(0, 3), Tries = random.Next(9) }),
            3 => new Write.NewAttempt(Attempt(payment.Number, fresh++, AnyState(random))),
            4 => new Write.MoveAttempt(attempt with { State = Dying(random) }, random.Next(3) == 0 ? attempt with { State = AnyState(random), Checks = random.Next(2) } : attempt),
            5 => new Write.NewSavedCard(Card(fresh++, (SavedCardState)random.Next(2)) with { Fingerprint = [(byte)random.Next(3)] }),
            6 => new Write.MoveSavedCard(Site, card, (SavedCardState)random.Next(4), (SavedCardState)random.Next(4)) { By = random.Next(2) == 0 ? null : new FirstCharge($"first-{fresh}", null, "bank"), Face = fresh % 2 == 0 ? null : Face with { IssuerName = $"Bank {fresh}" } },
            7 => new Write.SpendToken(Site, card, random.Next(3), Noon.AddSeconds(fresh)),
            8 => new Write.GiveTokenBack(Site, card),
            9 => new Write.TakeTokenAgain(Site, card),
            10 => new Write.NeedToken(Site, card),
            11 => new Write.RefreshSavedCard(Site, card, Face with { Holder = $"Holder {fresh}", Length = random.Next(12, 20) }, Card(1).Consent! with { TextVersion = $"v{fresh}" }, new FirstCharge($"again-{fresh}", "up", "bank"), Noon.AddSeconds(fresh)),
            12 => new Write.NeedNoTwin(Card(card) with { Fingerprint = [(byte)random.Next(3)] }, random.Next(3)),
            _ => new Write.ClaimRequest(Request($"key-{random.Next(40)}"), null, Noon),
        };
    }

    private static Write NewPayment(Random random, int number) => New(Payment(number) with { Reference = $"any-{random.Next(30)}" });

    private static AttemptState AnyState(Random random) => (AttemptState)random.Next(8);

    // An attempt that is dead stays dead: no code moves it back to where it could charge.
    private static AttemptState Dying(Random random) => (AttemptState)random.Next(5, 8);
}
