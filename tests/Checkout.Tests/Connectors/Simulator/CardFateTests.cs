using Checkout.Connectors.Simulator;
using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors.Simulator;

public sealed class CardFateTests
{
    private readonly SimulatorRig _rig = new();

    public static TheoryData<string> Failing => ["4412397212080000", "4302912837020000"];

    public static TheoryData<string, PaymentReason> Expiries
    {
        get
        {
            var rows = new TheoryData<string, PaymentReason>();
            foreach (var row in Fates.Expiries) rows.Add(row.Expiry, row.Reason);
            rows.Add("11/30", PaymentReason.FatalError);
            return rows;
        }
    }

    [Theory]
    [InlineData("5519283812030000", "DEBIT", "FIRST DATA CORPORATION", "US")]
    [InlineData("4111111111111111", null, null, null)]
    [InlineData("6011111111111117", null, null, null)]
    public async Task An_approval_has_a_code_and_tells_what_is_published_of_the_card(string card, string? type, string? bank, string? country)
    {
        var (order, other) = (new ExamOrder(card), new ExamOrder(card));
        var paid = Assert.IsType<Approved>(await _rig.SendAsync(order));
        Assert.Matches("^[0-9A-Z]{6}$", paid.ApprovalCode);
        Assert.Equal((type, bank, country), (paid.Facts?.Type, paid.Facts?.IssuerName, paid.Facts?.Country));
        var asked = Assert.IsType<Approved>(await _rig.AskAsync(order));
        Assert.Equal((paid.ApprovalCode, paid.Facts), (asked.ApprovalCode, asked.Facts));
        Assert.NotEqual(paid.ApprovalCode, Assert.IsType<Approved>(await _rig.SendAsync(other)).ApprovalCode);
    }

    [Theory]
    [InlineData("4111111111111111", "approved")]
    [InlineData("4548812049400004", "approved")]
    [InlineData("5555555555554444", "approved")]
    [InlineData("378282246310005", "approved")]
    [InlineData("6011111111111117", "approved")]
    [InlineData("4000000000000002", "Declined")]
    [InlineData("4000000000009995", "InsufficientFunds")]
    [InlineData("4000000000000101", "WrongSecurityCode")]
    [InlineData("4000000000003220", "by GET")]
    [InlineData("4000000000003063", "AuthenticationNeeded")]
    [InlineData("4000000000000119", "unknown")]
    [InlineData("4000000000000341", "approved")]
    [InlineData("5123817234060000", "by POST")]
    [InlineData("5519283812030000", "approved")]
    [InlineData("4412397212080000", "by POST")]
    [InlineData("4302912837020000", "FatalError")]
    public async Task Each_card_meets_its_fate(string card, string fate) => Assert.Equal(fate, Word(await _rig.SendAsync(new ExamOrder(card))));

    [Theory]
    [InlineData("4111111111111111", "by GET")]
    [InlineData("6011111111111117", "by GET")]
    [InlineData("4000000000000002", "Declined")]
    [InlineData("4000000000003220", "by GET")]
    [InlineData("4000000000003063", "by POST")]
    [InlineData("5519283812030000", "approved")]
    [InlineData("4302912837020000", "FatalError")]
    public async Task A_payment_with_3D_Secure_visits_the_bank_when_its_card_would_approve(string card, string fate) =>
        Assert.Equal(fate, Word(await _rig.SendAsync(new ExamOrder(card) { Authenticate = true })));

    [Fact]
    public void Every_listed_card_is_a_valid_number_and_stands_once()
    {
        Assert.All(Fates.Cards, row => Assert.True(CardNumber.TryRead(row.Number, out _, out _), row.Number));
        Assert.Equal(Fates.Cards.Count, Fates.Cards.Select(row => row.Number).Distinct().Count());
        Assert.Equal(32, Fates.Expiries.Count);
    }

    [Theory]
    [InlineData("424", "approved")]
    [InlineData("123", "WrongSecurityCode")]
    [InlineData(null, "WrongSecurityCode")]
    public async Task One_card_knows_its_code(string? code, string fate) =>
        Assert.Equal(fate, Word(await _rig.SendAsync(new ExamOrder("4000000000000101") { Code = code })));

    [Theory]
    [InlineData(CredentialUse.FirstByShopper, "approved")]
    [InlineData(CredentialUse.LaterByShopper, "Declined")]
    [InlineData(CredentialUse.ByMerchant, "Declined")]
    public async Task One_card_works_only_once(CredentialUse use, string fate) =>
        Assert.Equal(fate, Word(await _rig.SendAsync(new ExamOrder("4000000000000341") { Use = use })));

    [Theory]
    [InlineData("4000000000003220")]
    [InlineData("5123817234060000")]
    public async Task Without_a_shopper_a_bank_can_only_ask_for_one(string card) =>
        Assert.Equal("AuthenticationNeeded", Word(await _rig.SendAsync(new ExamOrder(card) { Use = CredentialUse.ByMerchant })));

    [Theory]
    [InlineData("4111111111111111", "03/26", CredentialUse.None, "approved")]
    [InlineData("4111111111111111", "02/26", CredentialUse.None, "CardExpired")]
    [InlineData("4111111111111111", "02/26", CredentialUse.LaterByShopper, "CardExpired")]
    [InlineData("4111111111111111", "02/26", CredentialUse.ByMerchant, "approved")]
    [InlineData("5519283812030000", "01/25", CredentialUse.None, "approved")]
    public async Task A_card_is_good_through_its_month(string card, string expiry, CredentialUse use, string fate) =>
        Assert.Equal(fate, Word(await _rig.SendAsync(new ExamOrder(card) { Expiry = expiry, Use = use })));

    [Theory]
    [MemberData(nameof(Expiries))]
    public async Task The_expiry_of_a_failing_card_says_why(string expiry, PaymentReason reason)
    {
        Assert.Equal(reason, Assert.IsType<Declined>(await _rig.SendAsync(new ExamOrder("4302912837020000") { Expiry = expiry })).Reason);

        var secure = new ExamOrder("4412397212080000") { Expiry = expiry, Capture = true };
        Assert.IsType<NeedsShopper>(await _rig.SendAsync(secure));
        await _rig.Bank.DecideAsync(secure.Reference, BankDecision.Approve);
        Assert.Equal(reason, Assert.IsType<Declined>(await _rig.AskAsync(secure)).Reason);
    }

    [Theory]
    [MemberData(nameof(Failing))]
    public void The_published_word_is_found_by_what_may_be_shown_of_a_card(string card)
    {
        var face = CardFace.Of(new ExamOrder(card) { Expiry = "05/41" }.Request().Card!);
        Assert.Equal("invalid_card", Fates.Resolution(face));
        Assert.Null(Fates.Resolution(CardFace.Of(new ExamOrder().Request().Card!)));
    }

    [Fact]
    public async Task One_expiry_is_never_decided()
    {
        var order = new ExamOrder("5519283812030000") { Expiry = Fates.NeverDecided };
        Assert.IsType<Unknown>(await _rig.SendAsync(order));
        _rig.Clock.Pass(TimeSpan.FromDays(1));
        Assert.IsType<Unknown>(await _rig.AskAsync(order));
        Assert.IsType<Approved>(await _rig.SendAsync(order.FollowUp(AttemptKind.Cancel)));
        Assert.IsType<Cancelled>(await _rig.AskAsync(order));

        var secure = new ExamOrder("5123817234060000") { Expiry = Fates.NeverDecided };
        Assert.IsType<NeedsShopper>(await _rig.SendAsync(secure));
        Assert.True((await _rig.Bank.DecideAsync(secure.Reference, BankDecision.Approve))!.Counts);
        Assert.IsType<NeedsShopper>(await _rig.AskAsync(secure));
        Assert.Equal("", await _rig.LedgerAsync("ORDER-7"));
    }

    private static string Word(ConnectorOutcome outcome) => outcome switch
    {
        Approved => "approved",
        Declined declined => declined.Reason.ToString(),
        NeedsShopper asks => asks.Redirect.Post ? "by POST" : "by GET",
        Unknown => "unknown",
        _ => outcome.ToString(),
    };
}
