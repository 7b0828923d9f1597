using System.Globalization;
using System.Text.Json.Nodes;

namespace Checkout.Tests.Server.Commands;

/// <summary>No line with a card number is taken, wherever it stands, and no digit of it is said.</summary>
public sealed class ImportCardNumberTests
{
    private const string Grouped = "4111 1111 1111 1111";

    [Fact]
    public async Task It_is_found_wherever_it_stands_and_never_said()
    {
        await using var shop = await ImportShop.StartAsync();
        var (lines, places) = (new List<string>(), new List<string>());
        void Add(string line, string place)
        {
            lines.Add(line);
            places.Add(place);
        }

        Add($$$"""{"{{{Orders.Visa}}}":{"SiteID":1010}}""", "must be a Payment, Refund, Payout or CreditCardToken");
        Add($$$"""{"{{{Orders.Visa}}}":{"SiteID":"nobody"}}""", "must be a Payment, Refund, Payout or CreditCardToken");
        Add(Of("Note", Orders.Visa), "Payment.Note must not hold a card number");
        Add(Of("4111-1111-1111-1111", "x"), "the name of a field of Payment must not hold a card number");
        Add(Of("Note", 4111111111111111L), "Payment.Note must not hold a card number");
        Add(Of("Note", 0).Replace("\"Note\":0", "\"Note\":4.111111111111111e15", StringComparison.Ordinal), "Payment.Note must not hold a card number");
        Add(Of("Notes", new JsonArray(new JsonObject { ["Text"] = Grouped })), "Payment.Notes[0].Text must not hold a card number");
        Add(Of("Customer", new JsonObject { ["Phone"] = Orders.Visa }), "Payment.Customer.Phone must not hold a card number");
        Add(Of("ReturnURL", $"https://shop.example/back?c={Orders.Visa}"), "Payment.ReturnURL must not hold a card number");
        Add(Of("Description", $"12 {Grouped} 7"), "Payment.Description must not hold a card number");
        Add(Of("Description", $"Maestro {WithCheck("67677000000")}"), "Payment.Description must not hold a card number");
        Add(Of("Card", new JsonObject { ["Number"] = "VISA-1111", ["HolderName"] = Grouped, ["ExpirationMonth"] = "05", ["ExpirationYear"] = "2031" }), "Payment.Card.HolderName must not hold a card number");
        Add(ImportShop.Refund(("Description", Orders.Visa)).ToJsonString(), "Refund.Description must not hold a card number");
        Add(ImportShop.Payout(("MethodOption", Orders.Visa)).ToJsonString(), "Payout.MethodOption must not hold a card number");

        var told = await shop.ImportAsync([.. lines]);
        for (var i = 0; i < lines.Count; i++) Assert.Contains($"line {i + 1}: {places[i]}", told.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("1111", told.Said + told.Complained, StringComparison.Ordinal);
        Assert.Equal(0, shop.Ask("SELECT COUNT(*) FROM payment"));
    }

    [Fact]
    public async Task Numbers_that_pass_its_check_by_chance_where_others_are_expected_are_taken()
    {
        await using var shop = await ImportShop.StartAsync();
        var (millis, long16) = (WithCheck("173693000012"), WithCheck("800000000000123"));
        var moment = Enumerable.Range(10, 50).Select(s => string.Create(CultureInfo.InvariantCulture, $"202501150930{s}")).First(Passes);
        var told = await shop.ImportAsync(
            ImportShop.Payment(
                ("MerchantTransactionID", long16), ("OriginatorTransactionID", millis), ("MethodTransactionID", WithCheck("900000000000")), ("Created", moment), ("Amount", 100_000_000_008), ("CapturedAmount", "100000000008"),
                ("Description", $"Order {long16}"), ("ReturnURL", $"https://shop.example/back?o={long16}"),
                ("Customer", new JsonObject { ["MerchantCustomerID"] = millis, ["Phone"] = $"+{WithCheck("491701234567")}", ["SocialSecurityNumber"] = WithCheck("1800101221144") })),
            ImportShop.Refund(("MerchantTransactionID", WithCheck("173693000099"))));
        Assert.True(told.Code == 0, told.ToString());
    }

    [Fact]
    public async Task A_word_of_hexadecimal_digits_may_hold_a_run_that_passes()
    {
        await using var shop = await ImportShop.StartAsync();
        var told = await shop.ImportAsync(new JsonObject { ["CreditCardToken"] = new JsonObject { ["SiteID"] = 1010, ["Value"] = "ABCDEF0123456789" + Orders.Visa, ["ProviderToken"] = "F" + Orders.Visa + "ABCDEFABCDEFABC" } });
        Assert.DoesNotContain("must not hold a card number", told.Said, StringComparison.Ordinal);
        Assert.Contains("CreditCardToken.MerchantCustomerID must be", told.Said, StringComparison.Ordinal);
    }

    private static string Of(string field, JsonNode value) => ImportShop.Payment((field, value)).ToJsonString();

    private static string WithCheck(string stem) => Enumerable.Range(0, 10).Select(last => string.Create(CultureInfo.InvariantCulture, $"{stem}{last}")).Single(Passes);

    private static bool Passes(string digits) =>
        digits.Reverse().Select((c, i) => (c - '0') * (1 + (i % 2))).Sum(d => d > 9 ? d - 9 : d) % 10 == 0;
}
