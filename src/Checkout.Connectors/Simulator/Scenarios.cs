using System.Collections.Frozen;
using System.Globalization;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Simulator;

/// <summary>The one table of what the acquirer can be told to do. The document for merchants and the tests list it.</summary>
public static class Scenarios
{
    /// <summary>Between a merchant's own reference and the name of a scenario at its end: <c>order-7--lost-reply</c>.</summary>
    public const string Mark = "--";

    /// <summary>In the place of the seconds that the row takes.</summary>
    private const string Number = "-N";

    private const int MostDigits = 4;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    public static readonly Scenario None = new("", "Nothing but what the card, the amount and the e-mail say");

    public static readonly IReadOnlyList<Scenario> All =
    [
        new("approve-after-N", "Undecided for N seconds, then decided as the card says") { DecidesAfter = TimeSpan.Zero },
        new("decline-after-N", "Undecided for N seconds, then declined") { DecidesAfter = TimeSpan.Zero, Declines = true },
        new("lost-reply", "Charged, and the answer is lost; who asks hears of the charge at once") { Reply = ReplyFate.Lost },
        new("reset-before-charge", "The connection breaks before anything is charged; nothing is ever found") { IsHidden = true },
        new("reset-after-charge", "Charged, then the connection breaks; for 3 seconds nothing is found") { HeardOfAfter = TimeSpan.FromSeconds(3) },
        new("error-after-charge", "Charged, and the answer is a server error (5xx)") { Reply = ReplyFate.ServerError },
        new("unreadable-answer", "Charged, and nobody can read the answer") { Reply = ReplyFate.Unreadable },
        new("slow-answer", "Charged, and the answer drips in after the caller has given up (20 seconds)") { Reply = ReplyFate.TooSlow },
        new("late-charge", "No answer, and nothing is found for 20 seconds; then it is charged") { IsHidden = true, DecidesAfter = TimeSpan.FromSeconds(20) },
        new("too-late-charge", "No answer, and nothing is found; the charge arrives after 150 seconds, when a cancel has come before it") { IsHidden = true, DecidesAfter = TimeSpan.FromSeconds(150) },
        new("wrong-amount", "Charges 1.00 more than it was asked for") { Charges = static asked => asked.With(asked.Minor + 100) },
        new("wrong-currency", "Charges the same number in another currency") { Charges = static asked => new Amount(asked.Minor, Currency.Of(asked.Currency.Code == "USD" ? "EUR" : "USD")) },
        new("partial-approval", "Charges half of what it was asked for") { Charges = static asked => asked.With((asked.Minor + 1) / 2) },
        new("challenge-abandoned", "The bank asks the shopper, and gives up after 30 seconds as if the page had been closed") { SendsToBank = true, BankWaits = TimeSpan.FromSeconds(30) },
        new("bank-page-down", "The bank asks the shopper, and its page is out of order") { SendsToBank = true, IsBankDown = true },
        new("soft-decline", "Declined until 3-D Secure is asked for; then the bank asks the shopper") { DemandsAuthentication = true, SendsToBank = true },
        new("token-revoked", "A saved card is declined: its token was revoked after it was listed; a typed card is charged") { RefusesSavedCards = true },
        new("capture-fails-later", "The capture is requested and fails after 5 seconds; the held money is let go") { FollowUp = new(AttemptKind.Capture, FollowUpTrouble.FailsLater, Soon) },
        new("capture-lost-reply", "A capture is done, and its answer is lost; who asks hears of it at once") { FollowUp = new(AttemptKind.Capture, FollowUpTrouble.ReplyLost) },
        new("capture-pending-N", "A capture is requested, and done after N seconds") { FollowUp = new(AttemptKind.Capture, FollowUpTrouble.Slow) },
        new("capture-refused", "A capture of held money is refused") { FollowUp = new(AttemptKind.Capture, FollowUpTrouble.Refused) },
        new("cancel-lost-reply", "A cancel is done, and its answer is lost; who asks hears of it at once") { FollowUp = new(AttemptKind.Cancel, FollowUpTrouble.ReplyLost) },
        new("cancel-pending-N", "A cancel is requested, and done after N seconds") { FollowUp = new(AttemptKind.Cancel, FollowUpTrouble.Slow) },
        new("cancel-refused", "A cancel of held money is refused") { FollowUp = new(AttemptKind.Cancel, FollowUpTrouble.Refused) },
        new("cancel-fails-later", "A cancel is requested and fails after 5 seconds; the money stays held") { FollowUp = new(AttemptKind.Cancel, FollowUpTrouble.FailsLater, Soon) },
        new("refund-lost-reply", "A refund is done, and its answer is lost; who asks hears of it at once") { FollowUp = new(AttemptKind.Refund, FollowUpTrouble.ReplyLost) },
        new("refund-pending-N", "A refund is requested, and done after N seconds") { FollowUp = new(AttemptKind.Refund, FollowUpTrouble.Slow) },
        new("refund-refused", "A refund is refused") { FollowUp = new(AttemptKind.Refund, FollowUpTrouble.Refused) },
        new("refund-fails-later", "A refund is requested and fails after 5 seconds") { FollowUp = new(AttemptKind.Refund, FollowUpTrouble.FailsLater, Soon) },
        new("notices-twice", "Each notice comes twice") { Notices = NoticeFate.Twice },
        new("notices-delayed-N", "Each notice comes N seconds late") { Notices = NoticeFate.Delayed },
        new("notices-out-of-order", "The capture takes 3 seconds; the notice that it was requested comes once more after the one that it is done") { Notices = NoticeFate.OutOfOrder, FollowUp = new(AttemptKind.Capture, FollowUpTrouble.Slow, TimeSpan.FromSeconds(3)) },
        new("notices-forged", "Before each notice comes a forged one, which says that all is paid and has a wrong proof") { Notices = NoticeFate.Forged },
    ];

    private static readonly FrozenDictionary<string, Scenario> ByName = All.ToFrozenDictionary(s => s.Name, StringComparer.Ordinal);

    /// <summary>The scenario a merchant means; null when there is none of that name.</summary>
    public static Scenario? Find(string? name)
    {
        if (name is null || name.EndsWith(Number, StringComparison.Ordinal)) return null;
        if (ByName.TryGetValue(name, out var row)) return row;

        var end = name.LastIndexOf('-');
        if (end < 0 || !ByName.TryGetValue(name[..end] + Number, out var numbered)) return null;
        return name.Length - end - 1 <= MostDigits && int.TryParse(name.AsSpan(end + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? Lasting(numbered with { Name = name, Waits = TimeSpan.FromSeconds(seconds) })
            : null;
    }

    /// <summary>The row with its seconds where they belong.</summary>
    private static Scenario Lasting(Scenario row) => row switch
    {
        { FollowUp: { } fate } => row with { FollowUp = fate with { Takes = row.Waits } },
        { DecidesAfter: not null } => row with { DecidesAfter = row.Waits },
        _ => row,
    };

    /// <summary>The name at the end of a merchant's reference; null when none stands there.</summary>
    public static string? AtTheEndOf(string reference)
    {
        var mark = reference.LastIndexOf(Mark, StringComparison.Ordinal);
        return mark >= 0 && Find(reference[(mark + Mark.Length)..]) is { } scenario ? scenario.Name : null;
    }

    /// <summary>What a charge plays when it arrives.</summary>
    internal static Scenario Of(AuthoriseRequest request)
    {
        if (request.IsCheck || Find(request.Details.Scenario) is not { } scenario) return None;
        return scenario.IsForEveryTry || ChargeBooks.IsFirstTry(request.Reference) ? scenario : None;
    }

    /// <summary>What a charge in the books plays. A row that has left the table is played no more.</summary>
    internal static Scenario Of(SimulatedCharge charge) => Find(charge.Scenario) ?? None;
}
