using System.Collections.Frozen;
using Checkout.Core.Chance;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Smart2Pay.Import;

/// <summary>A payment as the dialect answers it, taken over as it stands. One that something is still to come of has to be settled first.</summary>
internal sealed class PaymentLine(IRandomSource random)
{
    /// <summary>Room above the highest imported number for those that are still to be given.</summary>
    public const long LargestId = int.MaxValue - 10_000_000;

    /// <summary>Twelve digits, as the dialect takes them.</summary>
    private const long MostDigits = 999_999_999_999;

    private static readonly FrozenDictionary<int, PaymentStatus> Standing = Enum.GetValues<PaymentStatus>()
        .Where(s => s is PaymentStatus.Cancelled or PaymentStatus.Failed or PaymentStatus.Expired or PaymentStatus.Authorized or PaymentStatus.Captured or PaymentStatus.PartiallyCaptured or PaymentStatus.Reversed
            or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded or PaymentStatus.DisputeWon or PaymentStatus.DisputeLost or PaymentStatus.ChargedBack)
        .ToFrozenDictionary(s => (int)Smart2PayStatus.Of(s).Id);

    private static readonly FrozenDictionary<int, PaymentReason> Reasons = Enum.GetValues<PaymentReason>()
        .Where(r => Smart2PayReasons.Of(r) is not null).GroupBy(r => Smart2PayReasons.Of(r)!.Code).ToFrozenDictionary(g => g.Key, g => g.First());

    public Payment? Read(LineFields line, Merchant merchant, List<string> faults)
    {
        var status = line.Part("Status");
        var (stands, reason) = (Standing.GetValueOrDefault((int)(status?.Number("ID", 1, 99) ?? 0), PaymentStatus.Open), ReasonOf(status));
        if (stands == PaymentStatus.Open) line.Fail("Status", $"must be one that stands ({string.Join(", ", Standing.Keys.Order())}); settle what is under way first");
        var created = line.Time("Created");
        var amount = LineMoney.Amount(line);
        var captured = IsTaken(stands) && amount.Minor > 0 ? line.Number("CapturedAmount", 1, amount.Minor) : 0;
        if (stands != PaymentStatus.Open && !IsTaken(stands) && line.NumberIfAny("CapturedAmount", 0, Core.Money.Amount.LargestMinor) > 0) line.Fail("CapturedAmount", "must be 0: with this status nothing was taken");
        var number = line.Number("ID", 1, LargestId);
        var reference = line.Needed("MerchantTransactionID", Patterns.IsReference, "must be the merchant's own name for it");
        var details = LinePeople.Details(line) with
        {
            SkinId = line.NumberIfAny("SkinID", 0, MostDigits), Retry = line.FlagIfAny("Retry") ?? false, Installments = (int?)line.NumberIfAny("Installments", 0, int.MaxValue),
            LinkLifetimeMinutes = line.NumberIfAny("PaymentTokenLifetime", 0, MostDigits),
        };
        var (capture, secure, notified) = (line.FlagIfAny("Capture") ?? IsTaken(stands), line.FlagIfAny("3DSecure") ?? false, line.TimeIfAny("NotificationDateTime"));
        var card = line.Part("Card") is { } face && face.Text("Number") is not null ? LinePeople.Card(face) : null;
        var (returnUrl, upstreamId) = (line.Text("ReturnURL", 2048), line.Text("MethodTransactionID"));
        return faults.Count > 0 ? null : new Payment
        {
            Merchant = merchant.Id, Number = number, Version = 1, Dialect = Dialect.Smart2Pay, IsTest = merchant.IsSandbox, Reference = reference!, Amount = amount, Status = stands,
            Reason = stands is PaymentStatus.Failed or PaymentStatus.Cancelled or PaymentStatus.Expired ? reason : PaymentReason.None,
            CaptureNow = capture, ThreeDSecure = secure, Notified = notified, CapturedMinor = captured, Shopper = details.Shopper?.Reference, ReturnUrl = returnUrl, Details = details, Card = card,
            UpstreamId = upstreamId, LinkCheck = random.Check(), Created = created, Changed = created,
            Dispute = stands is PaymentStatus.DisputeWon or PaymentStatus.DisputeLost or PaymentStatus.ChargedBack ? new Dispute(created, captured) : null,
        };
    }

    public static PaymentReason ReasonOf(LineFields? status) => status?.Reason() is { } code ? Reasons.GetValueOrDefault(code, PaymentReason.Declined) : PaymentReason.None;

    private static bool IsTaken(PaymentStatus status) => status is PaymentStatus.Captured or PaymentStatus.PartiallyCaptured or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded
        or PaymentStatus.DisputeWon or PaymentStatus.DisputeLost or PaymentStatus.ChargedBack;
}
