using System.Net;
using Checkout.Core.Upstream;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>What a browser carries to the bank and back in both generations of 3-D Secure, and what nobody can make of it (§12).</summary>
public sealed class ChallengeShapeTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static int _lastSite = 7800;

    public static TheoryData<ChallengeShape> Shapes => new(ChallengeShape.First, ChallengeShape.Second);

    [Fact]
    public async Task A_merchant_who_wants_the_second_has_its_names_and_messages()
    {
        var shop = await OpenAsync(ChallengeShape.Second);
        foreach (var card in new[] { ThreeDSecure, DeclinedAfter3ds, Orders.Challenged })
        {
            var sold = await shop.SellsAsync(card);
            Assert.Equal(("POST", "creq threeDSSessionData"), ((string?)sold.Payload["method"], string.Join(' ', sold.Fields.Select(f => f.Name))));
            Assert.Matches("^[0-9A-Za-z_-]+$", sold["creq"]);
            Assert.Matches("^[0-9A-Za-z_-]{1,1024}$", sold["threeDSSessionData"]);
            var asked = ChallengeShop.Open(sold["creq"]);
            Assert.Equal(("CReq", "2.2.0", "05"), ((string?)asked["messageType"], (string?)asked["messageVersion"], (string?)asked["challengeWindowSize"]));
            foreach (var id in new[] { "threeDSServerTransID", "acsTransID" }) Assert.True(Guid.TryParseExact((string?)asked[id], "D", out _));
            Assert.NotEqual((string?)asked["threeDSServerTransID"], (string?)asked["acsTransID"]);
            Assert.DoesNotContain(sold.Reference, asked.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("approve", "Y", "processed")]
    [InlineData("refuse", "N", "process_failed")]
    [InlineData("cancel", "N", "terminated")]
    public async Task The_bank_answers_in_the_same_words(string decision, string told, string status)
    {
        var shop = await OpenAsync(ChallengeShape.Second);
        var sold = await shop.SellsAsync();
        var (end, brought) = await shop.PassesAsync(sold, decision);
        Assert.Equal(["cres", "threeDSSessionData", "decision"], brought.Select(f => f.Name));
        Assert.Equal(sold["threeDSSessionData"], brought[1].Value);
        var (asked, answer) = (ChallengeShop.Open(sold["creq"]), ChallengeShop.Open(brought[0].Value));
        foreach (var id in new[] { "threeDSServerTransID", "acsTransID" }) Assert.Equal((string?)asked[id], (string?)answer[id]);
        Assert.Equal(("CRes", "2.2.0", told), ((string?)answer["messageType"], (string?)answer["messageVersion"], (string?)answer["transStatus"]));
        Assert.Equal((Orders.ReturnUrl, status), (end.GoesTo, await shop.StatusAsync(sold)));
    }

    [Fact]
    public async Task The_first_is_what_everybody_has_who_asked_for_nothing()
    {
        var shop = new ChallengeShop(server.Checkout, Interlocked.Increment(ref _lastSite));
        await server.Checkout.AddMerchantAsync(_lastSite, new() { Cardgate = [new(Merchants.CardgateAccountOf(_lastSite), H2H: true, Instant: false)] });
        var sold = await shop.SellsAsync();
        Assert.Equal(["MD", "PaReq", "TermUrl"], sold.Fields.Select(f => f.Name));
        Assert.Equal(sold.Back, sold["TermUrl"]);
        var (end, brought) = await shop.PassesAsync(sold);
        Assert.Equal(["MD", "PaRes", "decision"], brought.Select(f => f.Name));
        Assert.Equal((Orders.ReturnUrl, "processed"), (end.GoesTo, await shop.StatusAsync(sold)));
    }

    [Theory, MemberData(nameof(Shapes))]
    public async Task What_belongs_elsewhere_or_nowhere_is_refused_and_charges_nothing(ChallengeShape shape)
    {
        var shop = await OpenAsync(shape);
        var (sold, other) = (await shop.SellsAsync(), await shop.SellsAsync());
        var stranger = await (await OpenAsync(shape)).SellsAsync();
        var (own, foreign) = (await AnswerAsync(shop, sold), await AnswerAsync(shop, other));
        var (answer, session) = shape == ChallengeShape.First ? ("PaRes", "MD") : ("cres", "threeDSSessionData");
        (string, string)[][] wrong =
        [
            foreign, [(answer, foreign[answer]), (session, own[session])], [(answer, own[answer]), (session, foreign[session])], [(answer, foreign[answer])], [(session, foreign[session])],
            await AnswerAsync(shop, stranger), [(answer, "")], [(answer, "x"), (session, own[session])], [(answer, own[answer] + "x"), (session, own[session])],
            [(answer, new string('A', 5000)), (session, own[session])], [(answer, own[answer]), (session, own[session]), ("more", new string('A', 20_000))],
            [(answer, new string('A', 60_000))], .. shape == ChallengeShape.Second ? Forged(own["cres"]).Select(text => new[] { ("cres", text), (session, own[session]) }) : [],
        ];
        var shopper = new Shopper(server.Checkout);
        var unknown = await shopper.GetAsync("/pay/x");
        foreach (var fields in wrong)
        {
            var refused = await shopper.PostAsync(sold.Back, fields);
            Assert.True(refused.Status == HttpStatusCode.NotFound && refused.Text == unknown.Text, $"{string.Join(", ", fields.Select(f => f.Item1 + "=" + f.Item2[..Math.Min(40, f.Item2.Length)]))}: {refused.Status}");
        }

        Assert.Equal(("process_pending", ""), (await shop.StatusAsync(sold), await shop.ChargedAsync(sold)));
        Assert.Equal(("process_pending", ""), (await shop.StatusAsync(other), await shop.ChargedAsync(other)));
    }

    [Theory, MemberData(nameof(Shapes))]
    public async Task What_the_bank_was_never_told_decides_nothing_and_what_comes_again_pays_once(ChallengeShape shape)
    {
        var shop = await OpenAsync(shape);
        var (sold, other, shopper) = (await shop.SellsAsync(), await shop.SellsAsync(), new Shopper(server.Checkout));
        var own = await AnswerAsync(shop, sold);

        // The very words that go with "approve", without its button; and none at all.
        foreach (var fields in new (string, string)[][] { own, [], [("decision", "approve")] })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await shopper.PostAsync(sold.Back, fields)).Status);
            Assert.Equal(("process_pending", ""), (await shop.StatusAsync(sold), await shop.ChargedAsync(sold)));
        }

        var (_, brought) = await shop.PassesAsync(sold);
        for (var i = 0; i < 3; i++) Assert.Equal(Orders.ReturnUrl, (await shopper.FollowAsync(await shopper.PostAsync(sold.Back, brought))).GoesTo);
        Assert.Equal(HttpStatusCode.NotFound, (await shopper.PostAsync(other.Back, brought)).Status);
        Assert.Equal(("processed", "authorise approved, capture approved"), (await shop.StatusAsync(sold), await shop.ChargedAsync(sold)));
        Assert.Equal(("process_pending", ""), (await shop.StatusAsync(other), await shop.ChargedAsync(other)));
    }

    [Theory, MemberData(nameof(Shapes))]
    public async Task The_banks_page_opens_by_its_own_question_only(ChallengeShape shape)
    {
        var shop = await OpenAsync(shape);
        var (sold, other, shopper) = (await shop.SellsAsync(), await shop.SellsAsync(), new Shopper(server.Checkout));
        Assert.True((await shop.EntersAsync(sold)).Has("approve"));
        (string Name, string Value)[][] wrong =
        [
            [.. other.Fields], .. sold.Fields.Where(f => f.Name != "TermUrl").SelectMany(f => new[] { [(f.Name, f.Value + "A")], new[] { (f.Name, other[f.Name]) } }), [.. sold.Fields, ("more", new string('A', 20_000))],
        ];
        foreach (var fields in wrong)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await shopper.PostAsync(sold.Page, fields)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await shopper.PostAsync(sold.Page, [.. fields, ("decision", "approve")])).Status);
        }

        Assert.Equal(("process_pending", ""), (await shop.StatusAsync(sold), await shop.ChargedAsync(sold)));
    }

    [Fact]
    public async Task On_our_page_the_shopper_is_taken_along_in_the_same_words()
    {
        var site = Interlocked.Increment(ref _lastSite);
        var shop = await ChallengeShop.OpenAsync(server.Checkout, site, ChallengeShape.Second);
        var shopper = new Shopper(server.Checkout);
        var form = await shopper.OrderAsync(Orders.Hosted(Orders.NewReference()).With("Capture", true), shop.Credentials);
        var toBank = await shopper.PayAsync(form, Orders.Challenged);
        var sends = toBank.Hidden("continue").ToArray();
        Assert.Equal(["creq", "threeDSSessionData"], sends.Select(f => f.Name));
        var (answer, brings) = await shopper.PressesAtBankAsync(await shopper.PostAsync(toBank.Action("continue"), sends), "approve");
        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.Status);
        Assert.StartsWith(Orders.ReturnUrl + "&data=2", (await shopper.FollowAsync(await shopper.PostAsync(answer.Location!, brings))).GoesTo, StringComparison.Ordinal);
    }

    private Task<ChallengeShop> OpenAsync(ChallengeShape shape) => ChallengeShop.OpenAsync(server.Checkout, Interlocked.Increment(ref _lastSite), shape);

    /// <summary>What the bank's page would have a browser bring back after an approval; nothing is pressed.</summary>
    private static async Task<Answers> AnswerAsync(ChallengeShop shop, SoldAtBank sold) => new((await shop.EntersAsync(sold)).Hidden("approve"));

    /// <summary>Messages that are nearly the right one.</summary>
    private static IEnumerable<string> Forged(string right)
    {
        var good = ChallengeShop.Open(right).AsObject().ToDictionary(m => m.Key, m => (string)m.Value!);
        yield return ChallengeShop.Message();
        foreach (var name in good.Keys)
        {
            yield return ChallengeShop.Message([.. good.Where(m => m.Key != name).Select(m => (m.Key, m.Value))]);
            yield return ChallengeShop.Message([.. good.Select(m => (m.Key, m.Key == name ? "x" : m.Value))]);
        }

        foreach (var json in new[] { "[]", "null", "7", "{", new string('[', 200) }) yield return System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(json));
        yield return "%%%";
    }

    /// <summary>Fields by name, in the order of the form.</summary>
    private sealed class Answers(IEnumerable<(string Name, string Value)> fields)
    {
        private readonly (string Name, string Value)[] _fields = [.. fields];

        public string this[string name] => _fields.Single(f => f.Name == name).Value;

        public static implicit operator (string, string)[](Answers answers) => answers._fields;
    }
}
