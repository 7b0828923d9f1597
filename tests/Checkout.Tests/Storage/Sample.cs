using System.Text.Json;
using Checkout.Core.Cards;
using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.SavedCards;
using Checkout.Core.Shoppers;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Storage;

/// <summary>Records to store, with every part filled in where it matters.</summary>
internal static class Sample
{
    public const int Site = 1010;

    public static readonly DateTimeOffset Noon = new(2031, 5, 6, 12, 0, 0, 250, TimeSpan.Zero);

    public static CardFace Face => new(Brand.Visa, "411111", "1111", ReadExpiry("5", "31"), "Zoë Ångström", "RO", 16) { Type = "DEBIT", IssuerName = "Banca Națională" };

    public static Amount Euro(long minor) => new(minor, Currency.Of("EUR"));

    public static Payment Payment(long number, PaymentStatus status = PaymentStatus.Open) => new()
    {
        Merchant = Site, Number = number, Dialect = Dialect.Smart2Pay, IsTest = true, Reference = $"order-{number}", Amount = Euro(2599),
        Status = status, Version = 1, LinkCheck = 7, Created = Noon, Changed = Noon,
    };

    public static Payment FullPayment(long number) => Payment(number, PaymentStatus.PartiallyRefunded) with
    {
        Dialect = Dialect.Cardgate, IsTest = false, Reason = PaymentReason.Declined, Version = 5, CaptureNow = true, ThreeDSecure = true, KeepCard = true, IsBlocked = true,
        Need = CardNeed.SecurityCode, Shopper = "shopper-7", ReturnUrl = "https://shop.example/back?o=7", Card = Face, SavedCard = 12, SavedCardCheck = 99, ShowToken = true,
        Fraud = new FraudVerdict(FraudStatus.Challenge, 61, "velocity"), Challenge = new PassedChallenge("05", "2.2.0"), UpstreamId = "up-9", CapturedMinor = 2599, RefundedMinor = 100,
        RefundOpenMinor = 50, Tries = 2, WrongCodes = 1, Attempts = 3, LinkCheck = (1L << 56) - 1, PayableUntil = Noon.AddHours(1), Notified = Noon.AddDays(1), Paid = Noon.AddMinutes(7),
        Details = new PaymentDetails
        {
            Description = "Two books — “quoted”\n", StatementDescriptor = "SHOP", Language = "ro-RO", OriginatorReference = "", ClientIp = "2001:db8::1",
            SkinId = 4, Retry = true, Installments = 3, LinkLifetimeMinutes = 60, MostTries = 4, ByMerchantAlone = true, BySavedCard = true, GivenCard = 11, ApprovalCode = "A1B2C3", FeeMinor = 105, CallbackUrl = "https://shop.example/cb",
            ReturnUrls = new ReturnUrls("https://shop.example/ok", null, "https://shop.example/no"),
            SkipsResult = false, Page = Wishes, DialectNotes = "{\"service\":\"payment_card_eur_hpp\"}",
            Shopper = new ShopperDetails("shopper-7", "z@example.com", "Zoë", "Ångström", "2", "19801231", "1234", "+40 700", "Acme"),
            Billing = new PostalAddress("RO", "Iași", "700100", "IS", "Lăpușneanu", "7", "B", "2"), Shipping = new PostalAddress("RO"),
        },
    };

    public static readonly PageWishes Wishes = new()
    {
        Shade = PageShade.Dark, Verb = PayVerb.Donate, Font = "Georgia", HidesHeader = true, HidesFooter = false, HidesHolder = true, MerchantName = "Söns", NumberLengths = [14, 16],
        Languages = ["uk", "en"],
        Colours = new Dictionary<PageColour, string> { [PageColour.Primary] = "#0a7d4f", [PageColour.Info] = "#ffffff" },
    };

    public static Attempt Attempt(long payment, int number = 1, AttemptState state = AttemptState.Submitting) => new()
    {
        Merchant = Site, Payment = payment, Number = number, Kind = AttemptKind.Authorise, State = state, Reference = $"{Site}-{payment}-{number}-word",
        Amount = Euro(2599), Connector = "simulator", Submitted = Noon,
    };

    public static Attempt FullAttempt(long payment) => Attempt(payment, 2, AttemptState.AwaitingShopper) with
    {
        Kind = AttemptKind.Refund, Target = "target-1", Captures = true, Reason = PaymentReason.FraudChallenged, UpstreamId = "u", Card = Face,
        SavedCard = 3, UsesToken = true, KeepsCard = true, CheckAt = Noon.AddSeconds(30), Checks = 4, Ended = Noon.AddSeconds(9), Undoes = true,
        Consent = new Consent(ConsentGiver.Shopper, Agreement.OneClick, "v2", "de", Noon, "192.0.2.9"),
        Redirect = new ShopperRedirect("https://bank.example/acs", Post: true, [new("PaReq", "a+b/c="), new("MD", "")]),
    };

    public static SavedCard Card(long number, SavedCardState state = SavedCardState.Active) => new()
    {
        Merchant = Site, Number = number, Check = 99, Shopper = "shopper-7", MadeIn = Dialect.Link, Face = Face, State = state,
        Consent = new Consent(ConsentGiver.Shopper, Agreement.Unscheduled, "v1", "ro", Noon, "192.0.2.1"),
        Sealed = new SealedNumber(3, [1, 2, 3], [4, 0, 5]), Fingerprint = [9, 8, (byte)number], FirstCharge = new FirstCharge("first-1", "up-1", "bank-1"), Created = Noon,
    };

    public static Refund Refund(long number, long payment) => new()
    {
        Merchant = Site, Number = number, Payment = payment, Reference = $"refund-{number}", OriginatorReference = "o", Description = "d",
        StatementDescriptor = "s", Amount = Euro(100), State = RefundState.Open, Reason = PaymentReason.None, Attempt = 2, Created = Noon,
    };

    public static Payout Payout(long number, PayoutStep step = PayoutStep.Submitting) => new()
    {
        Merchant = Site, Number = number, Version = 1, Reference = $"payout-{number}", Amount = Euro(500), Step = step, Card = Face, Connector = "simulator",
        UpstreamReference = $"{Site}-{number}-p-word", Created = Noon, Changed = Noon, CheckAt = Noon.AddSeconds(30),
    };

    public static Payout FullPayout(long number) => Payout(number) with
    {
        Reason = PaymentReason.NeverSent, Details = FullPayment(1).Details, SavedCard = 12, UpstreamId = "up-9", Checks = 3, Ended = Noon.AddHours(1), Changed = Noon.AddHours(1),
    };

    public static Notice Notice(long payment, DateTimeOffset? next = null) => new()
    {
        Merchant = Site, Payment = payment, Subject = NoticeSubject.Payment, Created = Noon, NextAt = next ?? Noon,
    };

    public static RequestKey Request(string key, byte mac = 1) => new(Site, "POST /v1/payments", key, [mac, 2, 3]);

    public static Write New(Payment payment) => new Write.NewPayment(payment, Actor.Merchant);

    public static Write Move(Payment after) => new Write.MovePayment(after, Actor.Upstream);

    /// <summary>Compares everything that can be read of two records, lists and bytes too.</summary>
    public static void AssertSame<T>(T expected, T? actual) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));

    private static Expiry ReadExpiry(string month, string year) =>
        Expiry.TryRead(month, year, out var expiry) ? expiry : throw new InvalidOperationException("The sample expiry is wrong.");
}
