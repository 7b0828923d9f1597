using System.Security.Cryptography;
using System.Text;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Simulator;

/// <summary>What the simulator says about a charge or an entry at a moment. Only reads.</summary>
internal static class Answers
{
    private const string UpstreamAlphabet = "23456789BCDFGHJKMNPQRSTVWXZ";

    public static ConnectorOutcome About(SimulatedCharge charge, DateTimeOffset now, SimulatorOptions options) => Decided(charge, now, options) switch
    {
        (ConnectorOutcome.Approved or ConnectorOutcome.Declined or ConnectorOutcome.NeedsReview) and var decided => decided with { Challenge = charge.Bank?.Passed },
        var undecided => undecided,
    };

    private static ConnectorOutcome Decided(SimulatedCharge charge, DateTimeOffset now, SimulatorOptions options) => charge.Step switch
    {
        ChargeStep.Undecided => new ConnectorOutcome.Unknown(ConnectorFault.Undecided),
        ChargeStep.AtTheBank when charge.IsLapsedAt(now) => new ConnectorOutcome.Declined(PaymentReason.AuthenticationFailed, charge.Fraud),
        ChargeStep.AtTheBank => new ConnectorOutcome.NeedsShopper(Redirect(charge, options)),
        ChargeStep.Declined => new ConnectorOutcome.Declined(charge.Reason, charge.Fraud),
        ChargeStep.Cancelled => new ConnectorOutcome.Cancelled(),
        ChargeStep.InReview or ChargeStep.Approved when charge.Released is { } released && released.IsDoneAt(now) => new ConnectorOutcome.Cancelled(),
        ChargeStep.InReview => new ConnectorOutcome.NeedsReview(charge.Fraud ?? Fates.NoVerdict, UpstreamId(charge.Reference)),
        ChargeStep.Approved => Approval(charge, now),
    };

    public static ConnectorOutcome About(SimulatedEntry entry, Currency currency, DateTimeOffset now) => entry.IsDeclined
        ? new ConnectorOutcome.Declined(entry.Refusal)
        : new ConnectorOutcome.Approved(new Amount(entry.AmountMinor, currency), entry.StageAt(now), UpstreamId(entry.Reference), Note: Note(entry, now));

    private static ConnectorOutcome.Approved Approval(SimulatedCharge charge, DateTimeOffset now)
    {
        var capture = charge.Entry(AttemptKind.Capture, charge.Reference);
        return new ConnectorOutcome.Approved(
            charge.Amount,
            capture?.StageAt(now) ?? ApprovalStage.Done,
            UpstreamId(charge.Reference),
            charge.Fraud,
            capture is null ? PaymentReason.None : Note(capture, now))
        {
            Facts = charge.Facts,
            ApprovalCode = ApprovalCode(charge.Reference),
            Dispute = charge.Dispute,
        };
    }

    private static PaymentReason Note(SimulatedEntry entry, DateTimeOffset now) =>
        entry.Kind == AttemptKind.Capture && entry.StageAt(now) == ApprovalStage.Queued ? PaymentReason.CaptureWillRetry : PaymentReason.None;

    private static ShopperRedirect Redirect(SimulatedCharge charge, SimulatorOptions options)
    {
        var page = $"{options.PublicUrl()}/sandbox/bank/{Uri.EscapeDataString(charge.Reference)}";
        return charge.Bank is { Post: true } bank ? new ShopperRedirect(page, Post: true, ChallengeWords.Question(charge.Reference, bank)) : ShopperRedirect.Get(page);
    }

    /// <summary>
    /// 23 characters like an acquirer reference number, always the same for a reference. Letters stand between the digits, so that no
    /// run of them can be taken for a card number.
    /// </summary>
    public static string UpstreamId(string reference) => "SIM" + Letters(reference, 20);

    /// <summary>Six characters, as banks have them (ISO 8583, field 38), always the same for a reference.</summary>
    public static string ApprovalCode(string reference) => Letters("approval " + reference, 6);

    private static string Letters(string seed, int count)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(seed), hash);
        Span<char> letters = stackalloc char[count];
        for (var i = 0; i < count; i++) letters[i] = UpstreamAlphabet[hash[i + 3] % UpstreamAlphabet.Length];
        return new string(letters);
    }
}
