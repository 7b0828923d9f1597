using System.Text.Json.Nodes;
using Checkout.Core.Payments;
using Checkout.Core.Shoppers;
using Checkout.Core.Upstream;
using Checkout.Tests.Dialects.Smart2Pay;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors.Smart2Pay;

/// <summary>What goes out, field by field.</summary>
public sealed class RequestTests : IDisposable
{
    private static readonly UpstreamToken Token = UpstreamToken.Of("0F1E2D3C4B5A69788796A5B4C3D2E1F0")!;

    private readonly Smart2PayRig _ours = new();
    private readonly Smart2PayRig _theirs = new(CardEntry.Theirs);

    public void Dispose()
    {
        _ours.Dispose();
        _theirs.Dispose();
    }

    [Fact]
    public async Task A_card_payment_names_itself_three_times_and_asks_for_a_short_link()
    {
        var order = new ExamOrder { Capture = true };
        var sent = await SentAsync(_ours, order.Request());
        Assert.Equal(("POST", "/v1/payments", order.Reference, Smart2PayRig.Credentials), (sent.Method, sent.Path, sent.RequestId, sent.Authorization));
        IsSent(sent, $$$$"""
            {"Payment":{"MerchantTransactionID":"{{{{order.Reference}}}}","OriginatorTransactionID":"ORDER-7","Amount":2599,"Currency":"EUR",
            "ReturnURL":"http://127.0.0.1:5080/return/abc","Capture":true,"3DSecure":false,"GenerateCreditCardToken":false,"PaymentTokenLifetime":15,
            "Card":{"HolderName":"Ann Poe","Number":"4111111111111111","ExpirationMonth":"12","ExpirationYear":"2031","SecurityCode":"123"}}}
            """);
    }

    [Fact]
    public async Task Whatever_is_known_and_fits_is_said()
    {
        var order = new ExamOrder { Authenticate = true, KeepsCard = true, Shopper = "shopper_7", Code = null };
        var request = order.Request() with
        {
            Details = new PaymentDetails
            {
                Description = " two\nbooks ", StatementDescriptor = "BOOKS", Language = "ro-RO", ClientIp = "203.0.113.7", Installments = 3,
                Shopper = new ShopperDetails("other", "ana@shop.example", "Ana", "Pop", "2", "19800101", "00003456789", "+40744783322", "Books"),
                Billing = new PostalAddress("BR", "Rio", "20000", "RJ", "Rua", "7", "2", "b"),
            },
        };
        var payment = (await SentAsync(_ours, request)).Body!["Payment"]!;
        Assert.Equal(("two books", "BOOKS", "ro-RO", "203.0.113.7", 3), (Say(payment, "Description"), Say(payment, "StatementDescriptor"), Say(payment, "Language"), Say(payment, "ClientIP"), (int)payment["Installments"]!));
        Assert.Equal((true, true), ((bool)payment["3DSecure"]!, (bool)payment["GenerateCreditCardToken"]!));
        Fits("""{"MerchantCustomerID":"shopper_7","Email":"ana@shop.example","FirstName":"Ana","LastName":"Pop","SocialSecurityNumber":"00003456789","Phone":"+40744783322"}""", payment["Customer"]);
        Fits("""{"Country":"BR","City":"Rio","ZipCode":"20000","State":"RJ","Street":"Rua","StreetNumber":"7","HouseNumber":"2","HouseExtension":"b"}""", payment["BillingAddress"]);
        Assert.False((bool)payment["Card"]!["RequireSecurityCode"]!);
        Assert.Null(payment["Card"]!["SecurityCode"]);
    }

    [Fact]
    public async Task What_does_not_fit_is_left_out_or_cut_and_the_payment_still_goes()
    {
        var order = new ExamOrder { Shopper = "ana@shop.example", MerchantReference = "Order 7/2027" };
        var request = order.Request() with
        {
            Card = order.Request().Card! with { Holder = "Ann 4th Poe" },
            Details = new PaymentDetails
            {
                Description = new string('x', 254) + "\U0001F4DA books", Language = "en", ClientIp = "2001:db8::7",
                Shopper = new ShopperDetails(Email: "ana at shop", FirstName: " "),
                Billing = new PostalAddress("Brazil"),
            },
        };
        var payment = (await SentAsync(_ours, request)).Body!["Payment"]!.AsObject();
        Assert.Equal(new string('x', 254), Say(payment, "Description"));
        Assert.Equal("Ann th Poe", Say(payment["Card"]!, "HolderName"));
        Assert.Equal(["MerchantTransactionID", "Amount", "Currency", "ReturnURL", "Description", "Capture", "3DSecure", "GenerateCreditCardToken", "PaymentTokenLifetime", "Customer", "BillingAddress", "Card"], payment.Select(p => p.Key));
        Assert.Empty(payment["Customer"]!.AsObject());
        Assert.Empty(payment["BillingAddress"]!.AsObject());
    }

    [Fact]
    public async Task What_is_known_of_the_browser_is_said_in_the_words_of_3_D_Secure()
    {
        var browser = new BrowserFacts
        {
            Accept = "text/html,*/*;q=0.8", UserAgent = "Browser/1.0", Language = "ro-RO", Address = "192.0.2.7", Channel = DeviceChannel.Browser, ColorDepth = 24,
            ScreenWidth = 1920, ScreenHeight = 1080, WindowWidth = 1200, WindowHeight = 800, TimeZone = -120, JavaEnabled = false, ScriptEnabled = true,
        };
        var payment = (await SentAsync(_ours, new ExamOrder().Request() with { Browser = browser })).Body!["Payment"]!;
        Fits(
            """
            {"BrowserAcceptHeader":"text/html,*/*;q=0.8","BrowserUserAgent":"Browser/1.0","BrowserJavaEnabled":false,"BrowserJavaScriptEnabled":true,"BrowserLanguage":"ro-RO",
             "BrowserColorDepth":"24","BrowserScreenHeight":"1080","BrowserScreenWidth":"1920","BrowserTimeZone":"-120"}
            """,
            payment["DeviceInfo"]);
        Assert.Equal("192.0.2.7", Say(payment, "ClientIP"));
    }

    [Fact]
    public async Task The_address_that_the_merchant_told_comes_first()
    {
        var request = new ExamOrder().Request() with { Browser = new BrowserFacts { Address = "192.0.2.7" }, Details = new PaymentDetails { ClientIp = "203.0.113.7" } };
        var payment = (await SentAsync(_ours, request)).Body!["Payment"]!;
        Assert.Equal(("203.0.113.7", null), (Say(payment, "ClientIP"), payment["DeviceInfo"]));
    }

    [Theory]
    [InlineData("123", CredentialUse.LaterByShopper, "SecurityCode", "\"123\"")]
    [InlineData(null, CredentialUse.ByMerchant, "RequireSecurityCode", "false")]
    [InlineData(null, CredentialUse.LaterByShopper, "RequireSecurityCode", "false")]
    public async Task Where_we_collect_cards_a_token_pays_at_once(string? code, CredentialUse use, string field, string value) =>
        Fits($$"""{"Value":"0F1E2D3C4B5A69788796A5B4C3D2E1F0","{{field}}":{{value}}}""", await MeansAsync(_ours, new ExamOrder { Token = Token, Code = code, Use = use }, "CreditCardToken"));

    [Theory]
    [InlineData(CredentialUse.LaterByShopper, "true")]
    [InlineData(CredentialUse.ByMerchant, "false")]
    public async Task Where_they_collect_cards_they_ask_the_shopper_for_the_code(CredentialUse use, string asks) =>
        Fits($$"""{"Value":"0F1E2D3C4B5A69788796A5B4C3D2E1F0","RequireSecurityCode":{{asks}}}""", await MeansAsync(_theirs, new ExamOrder { Token = Token, AtTheirPage = true, Use = use }, "CreditCardToken"));

    [Fact]
    public async Task Where_they_collect_cards_no_number_and_no_code_goes_out_whatever_comes_in()
    {
        Assert.Null(await MeansAsync(_theirs, new ExamOrder { AtTheirPage = true, KeepsCard = true }, "Card"));
        await SentAsync(_theirs, new ExamOrder { Code = "7391" }.Request());
        await SentAsync(_theirs, new ExamOrder { Code = "7391", Token = Token }.Request());
        Assert.All(_theirs.Upstream.Sent, sent => Assert.DoesNotMatch("4111111111111111|7391", sent.Body!.ToJsonString()));
    }

    [Fact]
    public async Task A_check_sends_the_card_and_no_amount()
    {
        var order = new ExamOrder { IsCheck = true, Minor = 0, Email = "ana@shop.example", Country = "BR" };
        _ours.Upstream.Says(201, UpstreamSample.Of("check"));
        var yes = Assert.IsType<Approved>(await _ours.SendAsync(order));
        Assert.Equal((order.Amount, Token, "1111"), (yes.Amount, yes.Token, yes.Card!.Last4));

        var sent = _ours.Upstream.Last;
        Assert.Equal(("POST", "/v1/card/authenticate", order.Reference), (sent.Method, sent.Path, sent.RequestId));
        IsSent(sent, """
            {"CardAuthentication":{"Customer":{"Email":"ana@shop.example"},"BillingAddress":{"Country":"BR"},
            "Card":{"HolderName":"Ann Poe","Number":"4111111111111111","ExpirationMonth":"12","ExpirationYear":"2031","SecurityCode":"123"}}}
            """);
    }

    [Theory]
    [InlineData(400, 4, 5051, "Declined InsufficientFunds")]
    [InlineData(400, null, 1201, "Declined InvalidCard")]
    [InlineData(400, null, 20, "Unknown")]
    [InlineData(201, 4, 5005, "Declined Declined")]
    [InlineData(201, 1, 0, "Unknown")]
    [InlineData(404, 4, 5005, "Unknown")]
    public async Task A_check_that_is_not_good_says_why(int http, int? status, int code, string meaning)
    {
        _ours.Upstream.Says(http, UpstreamSample.Of("check").At(status, code));
        Assert.Equal(meaning, StatusTests.Word(await _ours.SendAsync(new ExamOrder { IsCheck = true, Minor = 0 })));
    }

    [Fact]
    public async Task A_check_without_a_card_is_not_sent_and_none_is_asked_about()
    {
        Assert.Equal(new Declined(PaymentReason.NotPermitted), await _theirs.SendAsync(new ExamOrder { IsCheck = true, AtTheirPage = true }));
        Assert.IsType<NotFound>(await _theirs.AskAsync(new ExamOrder { IsCheck = true }.Query()));
        Assert.Empty(_theirs.Upstream.Sent);
    }

    private static async Task<SentRequest> SentAsync(Smart2PayRig rig, AuthoriseRequest request)
    {
        await rig.Connector.AuthoriseAsync(request, CancellationToken.None);
        return rig.Upstream.Last;
    }

    private static async Task<JsonNode?> MeansAsync(Smart2PayRig rig, ExamOrder order, string field) => (await SentAsync(rig, order.Request())).Body!["Payment"]![field];

    private static void IsSent(SentRequest sent, string body) => Fits(body, sent.Body);

    private static void Fits(string wanted, JsonNode? came) => Assert.Empty(Sample.Differences(JsonNode.Parse(wanted), came));

    private static string Say(JsonNode parent, string field) => (string)parent[field]!;
}
