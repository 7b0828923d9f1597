using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using Checkout.Simulation.Actors;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Upstream;

internal enum BankDecision { Approve, Refuse, Cancel }

/// <summary>An acquirer with a ledger of its own. Each arrival is one moment; the same reference twice is one operation.</summary>
internal sealed class SimulatedUpstream(World world, UpstreamTraits traits)
{
    private static readonly PaymentReason[] Refusals = [PaymentReason.Declined, PaymentReason.InsufficientFunds, PaymentReason.WrongSecurityCode, PaymentReason.FraudDenied, PaymentReason.FatalDecline];

    private readonly Dictionary<string, LedgerCharge> _charges = [];

    public PayoutLedger Payouts => field ??= new PayoutLedger(world, this);

    public UpstreamTraits Traits => traits;

    public IEnumerable<LedgerCharge> Charges => _charges.Values;

    private DateTimeOffset Now => world.Timeline.Now;

    public ConnectorOutcome Authorise(AuthoriseRequest request, bool isTooLate = false)
    {
        world.Checker.Arrived(request.Reference);
        if (!_charges.TryGetValue(request.Reference, out var charge))
        {
            charge = Arrive(request, isTooLate);
            _charges.Add(request.Reference, charge);
            world.Note((int)charge.Step, () => $"{traits.Name}: {request.Reference} arrives, {charge.Step}");
            Changed(charge);
        }

        // Only that the reference is taken, not by what.
        return charge.IsBar ? new ConnectorOutcome.Unknown(ConnectorFault.Undecided) : Tell(charge);
    }

    /// <summary>Takes the reference, so that the charge is refused when it arrives after all.</summary>
    public ConnectorOutcome Bar(BarRequest request)
    {
        world.Checker.Arrived(request.Reference);
        if (_charges.TryGetValue(request.Reference, out var charge)) return charge.IsBar ? new ConnectorOutcome.Barred() : new ConnectorOutcome.Unknown(ConnectorFault.Undecided);
        charge = new LedgerCharge { Reference = request.Reference, Asked = request.Amount, Amount = request.Amount, Captures = false, Arrived = Now, Step = LedgerStep.Cancelled, IsBar = true };
        _charges.Add(request.Reference, charge);
        world.Note(0, () => $"{traits.Name}: {request.Reference} is barred");
        return new ConnectorOutcome.Barred();
    }

    public ConnectorOutcome FollowUp(FollowUpRequest request)
    {
        world.Checker.Arrived(request.Reference.EndsWith("-x", StringComparison.Ordinal) ? request.Reference[..^2] : request.Reference);
        if (!_charges.TryGetValue(request.Target, out var charge))
        {
            if (request.Kind != AttemptKind.Cancel || !traits.CancelsOpenCharges) return new ConnectorOutcome.Declined(PaymentReason.NotPermitted);
            // Remembered, so that the charge is refused when it arrives late.
            charge = new LedgerCharge { Reference = request.Target, Asked = request.Amount, Amount = request.Amount, Captures = false, Arrived = Now, Step = LedgerStep.Cancelled };
            _charges.Add(request.Target, charge);
        }

        var entry = charge.Entries.Find(e => e.Reference == request.Reference);
        if (entry is null)
        {
            entry = FollowUpRules.Decide(charge, request, traits, Now, world.Chance);
            charge.Entries.Add(entry);
            if (entry is { Kind: AttemptKind.Cancel, Refusal: PaymentReason.None } && charge.Step is LedgerStep.AtTheBank or LedgerStep.Undecided) charge.Step = LedgerStep.Cancelled;
            if (entry is { Kind: AttemptKind.Accept, Refusal: PaymentReason.None }) GoOn(charge);
            if (entry is { Kind: AttemptKind.Capture, Refusal: PaymentReason.None }) Cardholder.Pays(world, this, charge);
            world.Note((int)request.Kind, () => $"{traits.Name}: {request.Kind} {request.Reference} {entry.Refusal}");
            Changed(charge);
            if (entry.DoneAt > Now) world.Timeline.After(entry.DoneAt - Now, () => Changed(charge));
        }

        return Tell(charge, entry);
    }

    public ConnectorOutcome Query(QueryRequest request)
    {
        var isCharge = request.Kind is AttemptKind.Authorise or AttemptKind.Verify;
        if (!_charges.TryGetValue(isCharge ? request.Reference : request.Target!, out var charge)) return new ConnectorOutcome.NotFound();
        if (isCharge) return charge.InReview && MayBeForgotten(charge) && world.Strikes(Fault.Forgets, 30) ? new ConnectorOutcome.NotFound() : Tell(charge);
        return charge.Entries.Find(e => e.Reference == request.Reference) is { } entry ? Tell(charge, entry) : new ConnectorOutcome.NotFound();
    }

    /// <summary>
    /// An upstream may be slow to know what arrived, until the horizon is over: that is what the horizon says. Afterwards it may lose sight only
    /// of what it has told of, for which that must not matter.
    /// </summary>
    private bool MayBeForgotten(LedgerCharge charge) =>
        Now < charge.Arrived + (traits.Horizon - traits.LatestArrival) || world.Checker.AttemptOf(charge.Reference) is { State: AttemptState.AwaitingReview };

    /// <summary>The shopper decided on the bank's page. It counts once, and only while the page lives.</summary>
    public void Decide(string reference, BankDecision decision)
    {
        if (!_charges.TryGetValue(reference, out var charge) || charge.Step != LedgerStep.AtTheBank) return;
        if (IsPageOver(charge)) return;
        charge.Step = decision switch
        {
            BankDecision.Approve => charge.WillDecline ? LedgerStep.Declined : LedgerStep.Approved,
            BankDecision.Refuse => LedgerStep.Declined,
            BankDecision.Cancel => LedgerStep.Cancelled,
        };
        charge.Reason = charge.Step == LedgerStep.Declined ? PaymentReason.AuthenticationFailed : PaymentReason.None;
        if (charge.Step == LedgerStep.Approved) Approve(charge);
        world.Note((int)decision, () => $"{traits.Name}: {reference} {decision}, {charge.Step}");
        Changed(charge);
    }

    private LedgerCharge Arrive(AuthoriseRequest request, bool isTooLate)
    {
        var die = world.Chance.Below(100);
        var other = world.Strikes(Fault.WrongAmount, 3) ? (world.Chance.Percent(50) ? request.Amount.Minor + 1 : (request.Amount.Minor + 1) / 2) : request.Amount.Minor;
        var charge = new LedgerCharge
        {
            Reference = request.Reference, Asked = request.Amount, Amount = request.Amount.With(request.IsCheck ? 0 : other),
            IsCheck = request.IsCheck, IsTooLate = isTooLate, Captures = request.Capture, Arrived = Now, WillDecline = die % 4 == 0, Token = request.KeepsCard ? "t" + request.Reference : null,
            TokenAt = Now + world.Chance.Seconds(0, 90), DecidedAt = Now + world.Chance.Seconds(1, 150),
            Step = traits.Entry == CardEntry.Theirs ? LedgerStep.AtTheBank : request.Authenticate && die < 60 ? LedgerStep.AtTheBank : StepOf(die),
        };
        if (charge.Step == LedgerStep.Declined) charge.Reason = die < 70 && !request.Authenticate ? PaymentReason.AuthenticationNeeded : world.Chance.Of(Refusals);
        if (charge.Step == LedgerStep.Approved) Approve(charge);
        if (charge.Step == LedgerStep.Undecided) world.Timeline.After(charge.DecidedAt - Now, () => Ripen(charge));
        return charge;
    }

    private static LedgerStep StepOf(int die) => die switch
    {
        < 50 => LedgerStep.Approved,
        < 64 => LedgerStep.AtTheBank,
        < 82 => LedgerStep.Declined,
        < 88 => LedgerStep.Undecided,
        _ => LedgerStep.Approved,
    };

    private void Ripen(LedgerCharge charge)
    {
        if (charge.Step != LedgerStep.Undecided) return;
        charge.Step = charge.WillDecline ? LedgerStep.Declined : LedgerStep.Approved;
        charge.Reason = charge.WillDecline ? PaymentReason.Declined : PaymentReason.None;
        if (!charge.WillDecline) Approve(charge);
        Changed(charge);
    }

    /// <summary>Some charges are held until the merchant has looked at them.</summary>
    private void Approve(LedgerCharge charge)
    {
        charge.InReview = traits.HoldsMoney && !charge.IsCheck && world.Chance.Percent(8);
        if (!charge.InReview) Take(charge);
    }

    private void GoOn(LedgerCharge charge)
    {
        charge.InReview = false;
        Take(charge);
    }

    /// <summary>A charge that captures takes the money under its own name, at once or a little later.</summary>
    private void Take(LedgerCharge charge)
    {
        if (!charge.Captures) return;
        var entry = FollowUpRules.Take(charge, traits, Now, world.Chance);
        charge.Entries.Add(entry);
        if (entry.DoneAt > Now) world.Timeline.After(entry.DoneAt - Now, () => Took(charge, entry));
        Cardholder.Pays(world, this, charge);
    }

    private void Took(LedgerCharge charge, LedgerEntry entry)
    {
        // What could not be taken when it was to be taken is not held any longer either.
        if (entry.Fails) (charge.Step, charge.Reason) = (LedgerStep.Declined, PaymentReason.CaptureTimedOut);
        Changed(charge);
    }

    private void Changed(LedgerCharge charge)
    {
        world.Checker.LedgerChanged(charge);
        // Of what came too late the watch list alone has to hear.
        if (!charge.IsTooLate || world.Chance.Percent(50)) Callbacks.Send(world, this, charge.Reference, charge.Asked);
    }

    private bool IsPageOver(LedgerCharge charge) => Now > charge.Arrived + traits.PageLife + traits.DecisionTime;

    private ConnectorOutcome Tell(LedgerCharge charge) => charge.Step switch
    {
        LedgerStep.Undecided => new ConnectorOutcome.Unknown(ConnectorFault.Undecided),
        // A page that nobody came to is closed there, where we cannot close it.
        LedgerStep.AtTheBank when !traits.CancelsOpenCharges && IsPageOver(charge) => new ConnectorOutcome.Declined(PaymentReason.LinkExpired),
        LedgerStep.AtTheBank => new ConnectorOutcome.NeedsShopper(ShopperRedirect.Get("https://bank.example/" + charge.Reference), "u-" + charge.Reference),
        LedgerStep.Declined => new ConnectorOutcome.Declined(charge.Reason),
        LedgerStep.Cancelled => charge.IsBar ? new ConnectorOutcome.Barred() : new ConnectorOutcome.Cancelled(),
        LedgerStep.Approved => TellApproved(charge),
        _ => throw new InvalidOperationException("A charge stands nowhere."),
    };

    private ConnectorOutcome TellApproved(LedgerCharge charge)
    {
        if (charge.IsVoidedAt(Now)) return new ConnectorOutcome.Cancelled();
        if (charge.InReview) return new ConnectorOutcome.NeedsReview(new FraudVerdict(FraudStatus.Challenge, 70, "to be looked at"));
        var dispute = charge.Dispute is not null && world.Strikes(Fault.Forgets, 20) ? charge.DisputeBefore : charge.Dispute;
        var token = charge.Token is { } word && charge.TokenAt <= Now ? UpstreamToken.Of(word) : null;
        var approved = new ConnectorOutcome.Approved(charge.Amount, ApprovalStage.Done, "u-" + charge.Reference) { Token = token, Card = token is null ? null : Typing.Face, Dispute = dispute };
        var capture = charge.Entries.Find(e => e.Reference == charge.Reference);
        return capture?.DoneAt > Now ? approved with { Stage = StageOf(capture) } : approved;
    }

    /// <summary>What takes long waits in a queue first.</summary>
    private ApprovalStage StageOf(LedgerEntry entry) => entry.DoneAt - Now > TimeSpan.FromSeconds(40) ? ApprovalStage.Queued : ApprovalStage.Requested;

    private ConnectorOutcome Tell(LedgerCharge charge, LedgerEntry entry)
    {
        if (entry.Refusal != PaymentReason.None) return new ConnectorOutcome.Declined(entry.Refusal);
        if (entry.DoneAt > Now) return new ConnectorOutcome.Approved(charge.Asked.With(entry.Minor), StageOf(entry));
        return entry.Fails ? new ConnectorOutcome.Declined(PaymentReason.Declined) : new ConnectorOutcome.Approved(charge.Asked.With(entry.Minor), ApprovalStage.Done);
    }
}
