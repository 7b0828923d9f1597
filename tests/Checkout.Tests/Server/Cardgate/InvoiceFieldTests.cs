using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Every attribute of an invoice: what is wrong with it is named by its place, and what is good comes back.</summary>
public sealed class InvoiceFieldTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static long _number = 7_000_000_000;

    private readonly CardgateShop _shop = new(server.Checkout);

    /// <summary>Texts and how long they may be.</summary>
    public static TheoryData<string, int> Texts { get; } = new()
    {
        { "reference_id", 255 }, { "description", 255 }, { "descriptor", 255 }, { "customer/reference_id", 255 }, { "customer/name", 255 }, { "customer/first_name", 255 },
        { "customer/surname", 255 }, { "customer/patronymic", 255 }, { "customer/email", 255 }, { "customer/phone", 255 }, { "customer/description", 255 },
        { "customer/individual_tax_id", 100 }, { "customer/address/full_address", 500 }, { "customer/address/region", 255 }, { "customer/address/city", 255 },
        { "customer/address/street", 255 }, { "customer/address/post_code", 255 },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_may_be_so_long_and_no_longer_and_is_a_text(string place, int longest)
    {
        var unique = Orders.NewReference("unique");
        var full = unique + new string('x', longest - unique.Length);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(place, full)).Status);
        JsonNode[] wrongs = [full + "x", "a\u0001b", true, new JsonObject(), new JsonArray(), new JsonArray("a")];
        foreach (var wrong in wrongs) await RefusesAsync(place, wrong, "invalid");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_number_is_a_text_too_and_null_is_nothing(string place, int longest)
    {
        var number = Interlocked.Increment(ref _number);
        Assert.InRange(number.ToString(CultureInfo.InvariantCulture).Length, 1, longest);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(place, number)).Status);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(place, null)).Status);
    }

    [Theory]
    [InlineData("amount", "true", "invalid")]
    [InlineData("amount", "{}", "invalid")]
    [InlineData("amount", "[]", "invalid")]
    [InlineData("amount", "\"ten\"", "invalid")]
    [InlineData("amount", "\" 1\"", "invalid")]
    [InlineData("amount", "\"1,5\"", "invalid")]
    [InlineData("amount", "-1", "invalid")]
    [InlineData("amount", "1e999", "invalid")]
    [InlineData("amount", "9999999999999", "invalid")]
    [InlineData("amount", "null", "required")]
    [InlineData("amount", "\"\"", "required")]
    [InlineData("currency", "null", "required")]
    [InlineData("currency", "840", "invalid")]
    [InlineData("currency", "\"US\"", "invalid")]
    [InlineData("currency", "\"USDT\"", "invalid")]
    [InlineData("currency", "[]", "invalid")]
    [InlineData("service", "\"payment_card_usd\"", "not_supported")]
    [InlineData("service", "\"payment_card_USD_hpp\"", "not_supported")]
    [InlineData("service", "\"payment_card_eur_hpp\"", "invalid")]
    [InlineData("service", "{}", "invalid")]
    [InlineData("flow", "\"refund\"", "invalid")]
    [InlineData("flow", "{}", "invalid")]
    [InlineData("test_mode", "\"perhaps\"", "invalid")]
    [InlineData("test_mode", "2", "invalid")]
    [InlineData("test_mode", "[]", "invalid")]
    [InlineData("token", "{}", "invalid")]
    [InlineData("expires", "\"soon\"", "invalid")]
    [InlineData("expires", "-1", "invalid")]
    [InlineData("expires", "1.5", "invalid")]
    [InlineData("expires", "1600000000", "invalid")]
    [InlineData("expires", "{}", "invalid")]
    [InlineData("customer", "\"Ann\"", "invalid")]
    [InlineData("customer", "[1]", "invalid")]
    [InlineData("customer/date_of_birth", "\"19870605\"", "invalid")]
    [InlineData("customer/date_of_birth", "\"1987-13-01\"", "invalid")]
    [InlineData("customer/date_of_birth", "\"1987-02-29\"", "invalid")]
    [InlineData("customer/individual_tax_id", "\"1\"", "invalid")]
    [InlineData("customer/address", "\"Main street\"", "invalid")]
    [InlineData("customer/address/country", "\"USA\"", "invalid")]
    [InlineData("customer/address/country", "\"ZZ\"", "invalid")]
    [InlineData("customer/metadata", "\"x\"", "invalid")]
    [InlineData("customer/meta_data", "[1]", "invalid")]
    [InlineData("metadata", "true", "invalid")]
    [InlineData("metadata", "[1]", "invalid")]
    [InlineData("meta_data", "\"x\"", "invalid")]
    [InlineData("return_urls", "\"https://shop.example\"", "invalid")]
    [InlineData("gateway_options", "\"cardgate\"", "invalid")]
    [InlineData("gateway_options/cardgate", "[1]", "invalid")]
    [InlineData("gateway_options/cardgate/tokenize", "\"perhaps\"", "invalid")]
    [InlineData("gateway_options/cardgate/instant", "{}", "invalid")]
    [InlineData("gateway_options/cardgate/recurrent", "\"yes\"", "invalid")]
    [InlineData("gateway_options/cardgate/restrict_saved_cards", "2", "invalid")]
    public async Task A_wrong_value_is_named_by_its_place(string place, string json, string code) => await RefusesAsync(place, JsonNode.Parse(json), code);

    [Theory]
    [InlineData("callback_url")]
    [InlineData("return_url")]
    [InlineData("return_urls/success")]
    [InlineData("return_urls/pending")]
    [InlineData("return_urls/fail")]
    public async Task An_address_is_one_of_the_web_without_a_user_and_not_too_long(string place)
    {
        const string Shop = "https://shop.example/";
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(place, Shop + new string('x', 2048 - Shop.Length))).Status);
        JsonNode[] wrongs = [Shop + new string('x', 2049 - Shop.Length), "https://ann:secret@shop.example/", "shop.example", "/back", "javascript:alert(1)", 1, true, new JsonObject()];
        foreach (var wrong in wrongs) await RefusesAsync(place, wrong, "invalid");
    }

    [Theory]
    [InlineData("true")]
    [InlineData("1")]
    [InlineData("\"true\"")]
    [InlineData("\"1\"")]
    public async Task Yes_is_said_in_several_ways(string yes)
    {
        foreach (var option in new[] { "instant", "recurrent" }) await RefusesAsync("gateway_options/cardgate/" + option, JsonNode.Parse(yes), "required", "/data/attributes/token");
        await RefusesAsync("gateway_options/cardgate/tokenize", JsonNode.Parse(yes), "required", "/data/attributes/customer/reference_id");
    }

    [Theory]
    [InlineData("metadata")]
    [InlineData("customer")]
    [InlineData("customer/address")]
    [InlineData("customer/metadata")]
    [InlineData("return_urls")]
    [InlineData("gateway_options")]
    [InlineData("gateway_options/cardgate")]
    public async Task Php_says_an_empty_map_as_a_list(string place)
    {
        foreach (var empty in new JsonNode?[] { new JsonArray(), new JsonObject(), null }) Assert.Equal(HttpStatusCode.Created, (await SendAsync(place, empty)).Status);
    }

    [Fact]
    public async Task Everything_said_of_a_customer_comes_back()
    {
        var address = new JsonObject { ["full_address"] = "1 Main street, Kyiv", ["country"] = "ua", ["region"] = "30", ["city"] = "Київ", ["street"] = "Хрещатик", ["post_code"] = "01001" };
        var customer = new JsonObject
        {
            ["reference_id"] = "shopper-7", ["name"] = "Ann Poe", ["first_name"] = "Ann", ["surname"] = "Poe", ["patronymic"] = "B.", ["email"] = "ann@example.com", ["phone"] = "+380 44 1",
            ["date_of_birth"] = "1987-06-05", ["individual_tax_id"] = "AB12", ["description"] = "regular", ["address"] = address, ["metadata"] = new JsonObject { ["ip"] = "203.0.113.7" },
        };
        var made = await _shop.CreateAsync(Invoice().And("customer", customer));
        var read = await _shop.GetAsync($"/payment-invoices/{Id(made)}?include[]=customer");
        address["country"] = "UA";
        var shown = Assert.Single(read.Json!["included"]!.AsArray())!["attributes"]!.AsObject();
        foreach (var (name, value) in customer) Assert.True(JsonNode.DeepEquals(value, shown[name]), $"{name}: {shown[name]}");
    }

    [Fact]
    public async Task A_callback_address_may_stand_beside_the_attributes_and_unknown_fields_anywhere()
    {
        var body = Document(Invoice().And("theme", "night").And("descriptor_extra", new JsonArray(1)), "payment-invoice");
        body["data"]!["callback_url"] = "https://shop.example/outer";
        body["meta"] = "unknown";
        var made = await _shop.PostAsync("/payment-invoices", body);
        Assert.Equal("https://shop.example/outer", (string?)Attributes(made)["callback_url"]);
    }

    private async Task RefusesAsync(string place, JsonNode? wrong, string code, string? pointer = null)
    {
        var answer = await SendAsync(place, wrong?.DeepClone());
        Assert.True((int)answer.Status == 422, $"{place} = {wrong?.ToJsonString()}: {answer}");
        Assert.Equal([$"422 {code} {pointer ?? "/data/attributes/" + place}"], Faults(answer));
    }

    private Task<Answer> SendAsync(string place, JsonNode? value)
    {
        var steps = place.Split('/');
        var attributes = Invoice();
        var map = attributes;
        foreach (var step in steps[..^1]) map = (map[step] ??= new JsonObject()).AsObject();
        map[steps[^1]] = value;
        return _shop.CreateAsync(attributes);
    }
}
