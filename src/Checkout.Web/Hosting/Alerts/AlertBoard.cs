using Checkout.Core.Alerts;

namespace Checkout.Web.Hosting.Alerts;

/// <summary>Writes alerts down and counts them, by kind, since the server started.</summary>
public sealed class AlertBoard(ILogger<AlertBoard> log) : IAlerts
{
    private readonly long[] _raised = new long[Enum.GetValues<AlertKind>().Length];
    private long _forged;
    private long _contradicting;

    /// <summary>The counters by the words that monitoring knows them by.</summary>
    public IEnumerable<(string Kind, long Value)> Counters =>
    [
        .. Enum.GetValues<AlertKind>().Select(kind => (WordOf(kind), Interlocked.Read(ref _raised[(int)kind]))),
        ("callback_forged", Interlocked.Read(ref _forged)),
        ("callback_quarantined", Interlocked.Read(ref _contradicting)),
    ];

    public void Raise(Alert alert)
    {
        Interlocked.Increment(ref _raised[(int)alert.Kind]);
        switch (alert.Kind)
        {
            case AlertKind.Quarantine: Log.Quarantined(log, alert.Merchant, alert.Payment, alert.Attempt); break;
            case AlertKind.LateCharge: Log.ChargedLate(log, alert.Merchant, alert.Payment, alert.Attempt); break;
            case AlertKind.NotTakenBack: Log.NotTakenBack(log, alert.Merchant, alert.Payment, alert.Attempt); break;
            case AlertKind.Contradiction: Log.Contradicted(log, alert.Merchant, alert.Payment, alert.Attempt); break;
            case AlertKind.LongInDoubt: Log.LongInDoubt(log, alert.Merchant, alert.Payment, alert.Attempt); break;
            case AlertKind.ChangedUpstream: Log.ChangedUpstream(log, alert.Merchant, alert.Payment, alert.Attempt); break;
            case AlertKind.LatePayout: Log.PaidOutLate(log, alert.Merchant, alert.Payment); break;
            case AlertKind.PayoutContradiction: Log.PayoutContradicted(log, alert.Merchant, alert.Payment); break;
            case AlertKind.PayoutLongInDoubt: Log.PayoutLongInDoubt(log, alert.Merchant, alert.Payment); break;
        }
    }

    /// <summary>A callback without a valid proof; the room that heard it writes it down.</summary>
    public void CountForged() => Interlocked.Increment(ref _forged);

    /// <summary>A callback that contradicts what we asked for; the room that heard it writes it down.</summary>
    public void CountContradicting() => Interlocked.Increment(ref _contradicting);

    private static string WordOf(AlertKind kind) => kind switch
    {
        AlertKind.Quarantine => "quarantine",
        AlertKind.LateCharge => "late_charge",
        AlertKind.NotTakenBack => "not_taken_back",
        AlertKind.Contradiction => "contradiction",
        AlertKind.LongInDoubt => "long_in_doubt",
        AlertKind.ChangedUpstream => "changed_upstream",
        AlertKind.LatePayout => "late_payout",
        AlertKind.PayoutContradiction => "payout_contradiction",
        AlertKind.PayoutLongInDoubt => "payout_long_in_doubt",
    };
}
