using System.Collections.Frozen;
using Checkout.Core.Cards;
using Checkout.Core.Payments;

namespace Checkout.Connectors.Simulator;

/// <summary>The one table of what happens to which payment. README, sandbox page and tests list it.</summary>
public static class Fates
{
    /// <summary>On cards that may stay undecided, the expiry with which they do.</summary>
    public const string NeverDecided = "07/77";

    public const long Declines = 10001;
    public const long CaptureQueued = 10002;
    public const long CaptureSlow = 10003;
    public const long RefundStaysOpen = 10004;
    public const long CaptureFails = 10005;
    public const long CancelQueued = 10006;

    /// <summary>How long a queued or slow operation takes, and after how long a lost answer can be asked for.</summary>
    public static readonly TimeSpan Slowly = TimeSpan.FromHours(1);
    public static readonly TimeSpan SilentFor = TimeSpan.FromSeconds(2);

    /// <summary>What the fraud check says to everybody else.</summary>
    public static readonly FraudVerdict NoVerdict = new(FraudStatus.Accept, 31, "No decision provided");

    /// <summary>The bank in the published sample of a card that has paid (spec/cardgate.md §8).</summary>
    private const string TestBank = "FIRST DATA CORPORATION";

    public static readonly CardFate AnyOtherCard = new("", "Any other valid number: approved");

    public static readonly IReadOnlyList<CardFate> Cards =
    [
        new("4111111111111111", "Approved"),
        new("4548812049400004", "Approved"),
        new("5555555555554444", "Approved"),
        new("378282246310005", "Approved; four-digit security code"),
        new("4000000000000002", "Declined") { Refusal = PaymentReason.Declined },
        new("4000000000009995", "Declined: insufficient funds") { Refusal = PaymentReason.InsufficientFunds },
        new("4000000000000101", "Approved only with security code 424") { OnlyCode = "424" },
        new("4000000000003220", "3-D Secure: the bank asks the shopper") { Bank = BankVisits.Always },
        new("4000000000003063", "Declined until 3-D Secure is asked for; then the bank asks the shopper") { Bank = BankVisits.Demanded, BankByPost = true },
        new("4000000000000119", "No answer: unknown at first, approved upstream") { IsSilent = true },
        new("4000000000000341", "Approved and saved; declined when charged again as a saved card") { RefusesLaterUse = true },
        new("5123817234060000", "3-D Secure, then approved; expiry 07/77 waits for the bank for ever") { Bank = BankVisits.Always, BankByPost = true, MayStayUndecided = true, Facts = new("CREDIT", TestBank, "US") },
        new("5519283812030000", "Approved without 3-D Secure; expiry 07/77 is never decided") { Bank = BankVisits.Never, MayStayUndecided = true, Facts = new("DEBIT", TestBank, "US") },
        new("4412397212080000", "3-D Secure, then declined with the reason that the expiry stands for") { Bank = BankVisits.Always, BankByPost = true, DeclinesByExpiry = true },
        new("4302912837020000", "Declined with the reason that the expiry stands for") { Bank = BankVisits.Never, DeclinesByExpiry = true },
    ];

    public static readonly IReadOnlyList<AmountFate> Amounts =
    [
        new(Declines, "Declined"),
        new(CaptureQueued, "The capture is queued and done after an hour"),
        new(CaptureSlow, "The capture is requested and done after an hour"),
        new(RefundStaysOpen, "A refund stays open"),
        new(CaptureFails, "The capture fails: time limit reached; the held money is let go"),
        new(CancelQueued, "A cancel is queued and done after an hour"),
    ];

    public static readonly IReadOnlyList<EmailFate> Emails =
    [
        new("accept@accept.com", new(FraudStatus.Accept, 5, "Shopper is on the accept list"), "The fraud check accepts"),
        new("challenge@challenge.com", new(FraudStatus.Challenge, 60, "Shopper is on the challenge list"), "Held until the merchant accepts or rejects it"),
        new("deny@deny.com", new(FraudStatus.Deny, 95, "Shopper is on the deny list"), "Declined by the fraud check"),
    ];

    /// <summary>What the expiry of a failing card stands for when it is in no row.</summary>
    public static readonly ExpiryFate AnyOtherExpiry = new("", "general_fatal_error", PaymentReason.FatalError);

    public static readonly IReadOnlyList<ExpiryFate> Expiries =
    [
        new("08/56", "access_denied", PaymentReason.NotPermitted), new("07/55", "error", PaymentReason.ProviderError),
        new("06/54", "provider_error", PaymentReason.ProviderError), new("05/53", "unknown", PaymentReason.ProviderError),
        new("04/52", "duplicated_transaction", PaymentReason.Declined), new("03/51", "auth_fatal_error", PaymentReason.FatalError),
        new("02/50", "unable_to_determine_3ds_enrolment", PaymentReason.AuthenticationFailed),
        new("01/49", "card_is_3ds_enrolled", PaymentReason.AuthenticationFailed),
        new("12/48", "card_is_not_3ds_enrolled", PaymentReason.AuthenticationFailed), new("11/47", "issuer_decline", PaymentReason.Declined),
        new("10/46", "client_auth_failed", PaymentReason.AuthenticationFailed), new("09/45", "provider_fatal_error", PaymentReason.FatalError),
        new("08/44", "invalid_details", PaymentReason.InvalidCard), new("07/43", "invalid_pin", PaymentReason.Declined),
        new("06/42", "antifraud_error", PaymentReason.FraudDenied), new("05/41", "invalid_card", PaymentReason.InvalidCard),
        new("04/40", "fatal_error", PaymentReason.FatalError), new("03/39", "unable_to_reconcile", PaymentReason.ProviderError),
        new("02/38", "invalid_amount", PaymentReason.NotPermitted), new("01/37", "limit_violation", PaymentReason.LimitExceeded),
        new("12/36", "functionality_is_not_permitted", PaymentReason.NotPermitted), new("11/35", "invalid_request", PaymentReason.ProviderError),
        new("10/34", "lost_or_stolen_card", PaymentReason.LostOrStolenCard), new("09/33", "declined", PaymentReason.Declined),
        new("08/32", "invalid_otp", PaymentReason.AuthenticationFailed), new("07/31", "invalid_3ds_code", PaymentReason.AuthenticationFailed),
        new("06/30", "invalid_card_status", PaymentReason.InvalidCard), new("05/29", "insufficient_funds", PaymentReason.InsufficientFunds),
        new("04/28", "card_expired", PaymentReason.CardExpired), new("03/27", "invalid_cvv", PaymentReason.WrongSecurityCode),
        new("02/26", "invalid_pan", PaymentReason.InvalidCard), new("01/25", "invalid_credentials", PaymentReason.ProviderError),
    ];

    private static readonly FrozenDictionary<string, CardFate> ByNumber = Cards.ToFrozenDictionary(c => c.Number);
    private static readonly FrozenDictionary<string, ExpiryFate> ByExpiry = Expiries.ToFrozenDictionary(e => e.Expiry);
    private static readonly FrozenDictionary<string, EmailFate> ByEmail = Emails.ToFrozenDictionary(e => e.Email, StringComparer.OrdinalIgnoreCase);

    /// <summary>The row of a card; <see cref="AnyOtherCard"/> when it has none.</summary>
    public static CardFate Of(CardNumber number) =>
        ByNumber.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(number.Reveal(), out var fate) ? fate : AnyOtherCard;

    /// <summary>Whether it is one of the numbers that are published for tests of the Cardgate dialect, and are never cards in earnest (spec/cardgate.md §18).</summary>
    public static bool IsForTestsOnly(CardNumber number) => Of(number).IgnoresExpiry;

    public static ExpiryFate Of(Expiry expiry) => ByExpiry.GetValueOrDefault(expiry.Printed, AnyOtherExpiry);

    public static FraudVerdict Verdict(string? email) =>
        email is not null && ByEmail.TryGetValue(email.Trim(), out var fate) ? fate.Verdict : NoVerdict;

    /// <summary>The published word for the failure of a card whose expiry decides; null for every other card.</summary>
    public static string? Resolution(CardFace card) =>
        Cards.Any(c => c.DeclinesByExpiry && c.Number.StartsWith(card.First6, StringComparison.Ordinal) && c.Number.EndsWith(card.Last4, StringComparison.Ordinal))
            ? Of(card.Expiry).Resolution
            : null;

    /// <summary>Whether this is a card that waits for its bank for ever.</summary>
    public static bool WaitsForEver(CardFace card) => card.Expiry.Printed == NeverDecided
        && Cards.Any(c => c is { MayStayUndecided: true, Bank: BankVisits.Always } && c.Number.StartsWith(card.First6, StringComparison.Ordinal) && c.Number.EndsWith(card.Last4, StringComparison.Ordinal));
}
