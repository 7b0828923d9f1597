using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Payments.Settling;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Core.Payments;

/// <summary>
/// Whatever the upstream decided in the end, any number of looks at it before, in any order and any often, leads to the same end (PAY-9).
/// A look may be answered by nothing, by what was true earlier, or not at all; the last look sees the decision.
/// </summary>
public sealed class MessageOrderTests
{
    private static readonly ConnectorOutcome Yes = new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Done, "UP1");
    private static readonly ConnectorOutcome Part = new ConnectorOutcome.Approved(Some.Money.With(900), ApprovalStage.Done, "UP1");
    private static readonly ConnectorOutcome No = new ConnectorOutcome.Declined(PaymentReason.InsufficientFunds);
    private static readonly ConnectorOutcome Left = new ConnectorOutcome.Cancelled();
    private static readonly ConnectorOutcome Barred = new ConnectorOutcome.Barred();

    /// <summary>What an upstream may say before it has decided.</summary>
    private static readonly ConnectorOutcome[] Before =
    [
        new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer), new ConnectorOutcome.Unknown(ConnectorFault.Undecided), new ConnectorOutcome.NotFound(),
        new ConnectorOutcome.NeedsShopper(ShopperRedirect.Get("https://bank.example/challenge")), new ConnectorOutcome.Unknown(ConnectorFault.WrongReference),
    ];

    public static TheoryData<string, PaymentStatus, AttemptState, int> Decisions => new()
    {
        { nameof(Yes), PaymentStatus.Captured, AttemptState.Approved, 0 },
        { nameof(Part), PaymentStatus.Failed, AttemptState.Declined, 1 },
        { nameof(No), PaymentStatus.Failed, AttemptState.Declined, 0 },
        { nameof(Barred), PaymentStatus.Failed, AttemptState.ProvenDead, 0 },
    };

    [Theory, MemberData(nameof(Decisions))]
    public void Any_looks_before_the_decision_and_any_repeats_after_it_end_the_same(string decision, PaymentStatus status, AttemptState state, int undos)
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var (random, books) = (new Random(seed), new Books(capture: true));
            for (var looks = random.Next(6); looks > 0; looks--) books.Hear(Before[random.Next(Before.Length)]);
            for (var repeats = random.Next(1, 4); repeats > 0; repeats--)
            {
                books.Hear(Of(decision));
                // Late, out of order: what was true before the decision.
                if (random.Next(2) == 0) books.Hear(Before[random.Next(Before.Length)]);
            }

            Assert.True((status, state, undos) == (books.Payment.Status, books.Charge.State, books.Undos), $"Seed {seed}: {books.Payment.Status}, {books.Charge.State}, {books.Undos} undone.");
        }
    }

    [Theory]
    [InlineData(LateCharge.Void)]
    [InlineData(LateCharge.Adopt)]
    public void A_charge_that_turns_up_after_the_end_is_there_once_or_taken_back_once_whatever_came_before(LateCharge rule)
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var (random, books) = (new Random(seed), new Books(capture: true) { Rule = rule });
            for (var looks = random.Next(6); looks > 0; looks--) books.Hear(Before[random.Next(Before.Length)]);
            books.Now = Some.Now.AddHours(random.Next(1, 100));
            books.Hear(new[] { Left, No, new ConnectorOutcome.NotFound() }[random.Next(3)]);
            Assert.True(books.Payment.Status is PaymentStatus.Failed or PaymentStatus.Cancelled or PaymentStatus.Expired, $"Seed {seed}: {books.Payment.Status}");
            var told = books.Payment.Status;

            for (var repeats = random.Next(2, 5); repeats > 0; repeats--)
            {
                books.Hear(Yes);
                if (random.Next(2) == 0) books.Hear(Before[random.Next(Before.Length)]);
            }

            var isAdopted = rule == LateCharge.Adopt && told != PaymentStatus.Cancelled;
            var expected = isAdopted ? (PaymentStatus.Captured, AttemptState.Approved, 0) : (told, books.Charge.State, 1);
            Assert.True(expected == (books.Payment.Status, books.Charge.State, books.Undos), $"Seed {seed}: {told}, then {books.Payment.Status}, {books.Charge.State}, {books.Undos} undone.");
            Assert.True(books.Charge.MayStillCharge == isAdopted);
        }
    }

    private static ConnectorOutcome Of(string decision) => decision switch
    {
        nameof(Yes) => Yes,
        nameof(Part) => Part,
        nameof(No) => No,
        _ => Barred,
    };

    /// <summary>One payment by API with one charge, and what is heard of it written down as the store would.</summary>
    private sealed class Books
    {
        private readonly List<Attempt> _others = [];

        public Books(bool capture)
        {
            Payment = Some.Payment(PaymentStatus.Submitting, CardNeed.Nothing);
            Charge = Some.Attempt() with { Captures = capture };
        }

        public Payment Payment { get; private set; }

        public Attempt Charge { get; private set; }

        public LateCharge Rule { get; init; }

        public DateTimeOffset Now { get; set; } = Some.Now;

        public int Undos => _others.Count(a => a.Undoes);

        public void Hear(ConnectorOutcome outcome)
        {
            Now = Now.AddSeconds(1);
            var around = Some.Circumstances(Now) with { LateCharge = Rule, Attempts = [Charge, .. _others] };
            if (Settlement.Of(Payment, Charge, outcome, around) is not { } settled) return;
            if (settled.Payment is { } moved)
            {
                Assert.Equal(Payment.Version + 1, moved.Version);
                Payment = moved;
            }

            Charge = settled.Attempt;
            _others.AddRange(settled.Besides.OfType<Write.NewAttempt>().Select(w => w.Attempt));
        }
    }
}
