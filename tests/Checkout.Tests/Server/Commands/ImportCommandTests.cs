using System.Globalization;
using System.Text.Json.Nodes;
using Checkout.Tests.Server.Chain;
using Checkout.Tests.Server.Payouts;

namespace Checkout.Tests.Server.Commands;

/// <summary>A merchant moves in from another system: what that answers is what we take over, line by line.</summary>
public sealed class ImportCommandTests : IAsyncLifetime
{
    private readonly string _file = Path.GetTempFileName();
    private readonly List<JsonObject> _lines = [];
    private RunningCheckout _old = null!;
    private RunningCheckout _new = null!;

    public async Task InitializeAsync()
    {
        _old = await RunningCheckout.StartAsync();
        _new = await RunningCheckout.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _old.DisposeAsync();
        await _new.DisposeAsync();
        File.Delete(_file);
    }

    [Fact]
    public async Task What_was_taken_over_reads_as_it_did_there_and_once_is_enough()
    {
        var (paid, refund) = await MakeAsync();
        var told = await ImportAsync();
        Assert.True((told.Code, told.Complained) == (0, ""), told.ToString());
        Assert.Contains("5 lines read: 5 imported, 0 there already, 0 bad", told.Said, StringComparison.Ordinal);

        foreach (var line in _lines.Where(l => l.ContainsKey("Payment")).Select(l => l["Payment"]!.AsObject()))
        {
            var here = (await _new.GetAsync($"/v1/payments/{line["ID"]}")).Payment;
            foreach (var field in new[] { "ID", "Created", "MerchantTransactionID", "Amount", "Currency", "CapturedAmount", "ReturnURL", "Description", "Customer", "BillingAddress", "Status" })
                Assert.True(JsonNode.DeepEquals(line[field], here[field]), $"{field}: {line[field]?.ToJsonString()} was there, {here[field]?.ToJsonString()} is here");
        }

        Assert.Equal((await _old.GetAsync($"/v1/payments/{paid}/refunds/{refund}")).Body, (await _new.GetAsync($"/v1/payments/{paid}/refunds/{refund}")).Body);
        Assert.Single((await _new.GetAsync($"/v1/payments?merchantTransactionID={_lines[0]["Payment"]!["MerchantTransactionID"]}")).Json!["Payments"]!.AsArray());
        var payout = _lines[4]["Payout"]!["ID"];
        Assert.Equal(2, (int)(await _new.GetAsync($"/v1/payouts/{payout}")).Payout()["Status"]!["ID"]!);

        Assert.Contains("0 imported, 5 there already, 0 bad", (await ImportAsync()).Said, StringComparison.Ordinal);
        Assert.True((await CheckoutProgram.RunAsync(Here("verify"))).Code == 0, "What was imported breaks the books.");
    }

    [Fact]
    public async Task It_is_history_and_what_comes_later_has_higher_numbers()
    {
        var (paid, refund) = await MakeAsync();
        await StopAsync(ImportAsync);
        Assert.Equal(2205, (await _new.PostAsync($"/v1/payments/{paid}/refunds", Orders.Refund(Orders.NewReference("back"), 100))).Codes.Single());
        Assert.Equal(1006, (await _new.PostAsync($"/v1/payments/{paid}/capture")).Codes.Single());
        Assert.Equal(20, (await _new.PostAsync("/v1/payments", Orders.Direct((string)_lines[0]["Payment"]!["MerchantTransactionID"]!))).Codes.Single());
        Assert.Empty(await _new.LedgerAsync((string)_lines[0]["Payment"]!["MerchantTransactionID"]!));

        var next = await _new.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()).With("Capture", true));
        Assert.True((long)next.Payment["ID"]! > _lines.Where(l => l.ContainsKey("Payment")).Max(l => (long)l["Payment"]!["ID"]!), next.ToString());
        var back = await _new.PostAsync($"/v1/payments/{next.Payment["ID"]}/refunds", Orders.Refund(Orders.NewReference("back"), 100));
        Assert.True((long)back.Json!["Refund"]!["ID"]! > refund, back.ToString());
    }

    [Fact]
    public async Task Bad_lines_are_told_by_number_and_the_others_are_taken()
    {
        await MakeAsync();
        JsonObject Payment(string field, JsonNode? value) => Line("Payment", _lines[0]["Payment"]!, p => p[field] = value);
        var lines = new[]
        {
            "nonsense", "[]", "{}", """{"Dispute":{"SiteID":1010}}""", Payment("SiteID", 4711).ToJsonString(), Payment("Amount", -5).ToJsonString(), Payment("Currency", "QQQ").ToJsonString(),
            Payment("Status", new JsonObject { ["ID"] = 7 }).ToJsonString(), Payment("ID", 3_000_000_000).ToJsonString(), Payment("Created", "yesterday").ToJsonString(), Payment("MerchantTransactionID", "a b").ToJsonString(),
            Payment("Card", new JsonObject { ["Number"] = Orders.Visa, ["ExpirationMonth"] = "05", ["ExpirationYear"] = "2031" }).ToJsonString(),
            Payment("Description", $"card {Orders.Visa}").ToJsonString(), _lines[0].ToJsonString(), Payment("Amount", 2600).ToJsonString(), Payment("ID", 900_000).ToJsonString(), Line("Refund", _lines[3]["Refund"]!, r => r["InitialPaymentID"] = 900_001).ToJsonString(),
        };
        await File.WriteAllLinesAsync(_file, lines);
        var told = await ImportAsync(write: false);
        Assert.Equal((1, "16 lines were not imported; see above. Mend them and import the file again: what is there already is passed over."), (told.Code, told.Complained.Trim()));
        foreach (var (line, says) in new[]
                 {
                     (1, "is no JSON"), (2, "must be an object with one resource"), (3, "must be an object with one resource"), (4, "must be a Payment, Refund, Payout or CreditCardToken"), (5, "Payment.SiteID must be a merchant's"), (6, "Payment.Amount must be a whole number"), (7, "Payment.Currency must be"),
                     (8, "Payment.Status must be one that stands (3, 4, 5, 9, 11, 16, 21, 22, 23, 24, 26, 35)"), (9, "Payment.ID must be a whole number"), (10, "Payment.Created must be a time in UTC"), (11, "Payment.MerchantTransactionID must be"),
                     (12, "Payment.Card.Number must be masked"), (13, "Payment.Description must not hold a card number"), (15, "another one with this ID"), (16, "another one with this MerchantTransactionID"), (17, "the refund's payment was not imported"),
                 })
            Assert.Contains($"line {line}: {says}", told.Said, StringComparison.Ordinal);
        Assert.Contains("17 lines read: 1 imported, 0 there already, 16 bad", told.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(Orders.Visa, told.Said, StringComparison.Ordinal);
        Assert.Equal("Say which file: import FILE.", (await CheckoutProgram.RunAsync("import")).Complained.Trim());
        Assert.Contains("There is no file", (await CheckoutProgram.RunAsync(Here("import", "nowhere.ndjson"))).Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_a_running_server_may_hand_out_waits_until_it_is_stopped()
    {
        await MakeAsync();
        // The server has a block of numbers in hand from now on, and they begin as those of the other system did.
        await _new.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()));
        _lines.RemoveRange(1, 4);
        _lines[0]["Payment"]!["ID"] = 100_050;
        var refused = await ImportAsync();
        Assert.Contains("line 1: the running server may be about to give this ID to something new; stop it", refused.Said, StringComparison.Ordinal);
        Assert.Equal(1, refused.Code);
        Assert.Equal(0, (await StopAsync(ImportAsync)).Code);
        Assert.Equal(11, (await _new.GetAsync("/v1/payments/100050")).StatusId);
        Assert.True((long)(await _new.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()))).Payment["ID"]! > 100_050);
    }

    [Fact]
    public async Task A_saved_card_moves_in_under_its_old_token_and_pays_at_its_provider()
    {
        await using var chain = await ChainedCheckout.StartAsync(ProviderMode.Smart2PayOurs);
        var there = (string)(await chain.Second.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()).With("GenerateCreditCardToken", true))).Payment["CreditCardToken"]!["Value"]!;
        JsonObject Token(string provider = "smart2pay-1", string number = "VISA-1111") => new()
        {
            ["CreditCardToken"] = new JsonObject
            {
                ["Value"] = "old-token-1", ["SiteID"] = 1010, ["MerchantCustomerID"] = "shopper-9", ["Provider"] = provider, ["ProviderToken"] = there, ["Number"] = number, ["ExpirationMonth"] = "05", ["ExpirationYear"] = "2031",
            },
        };
        Task<Ended> Import(JsonObject line) => ImportAsync(chain.First, line);
        Assert.Contains("CreditCardToken.Provider must be an account of merchant 1010, see provider list", (await Import(Token("nobody"))).Said, StringComparison.Ordinal);
        Assert.Contains("CreditCardToken.Number must be masked", (await Import(Token(number: Orders.Visa))).Said, StringComparison.Ordinal);
        var typed = Token();
        typed["CreditCardToken"]!["Value"] = Orders.Visa;
        Assert.Contains("CreditCardToken.Value must not hold a card number", (await Import(typed)).Said, StringComparison.Ordinal);
        var reference = Orders.NewReference("moved");
        Assert.Equal(2400, (await chain.First.PostAsync("/v1/payments", Orders.ByToken(reference, "old-token-1"))).Codes.Single());

        var told = await Import(Token());
        Assert.True(told.Code == 0, told.ToString());
        Assert.DoesNotContain(there, told.Said, StringComparison.Ordinal);
        var paid = await chain.First.PostAsync("/v1/payments", Orders.ByToken(reference, "old-token-1"));
        Assert.True(paid.StatusId == 9, paid.ToString());
        Assert.Equal("authorise", Assert.Single(await chain.LedgerAsync(reference)).Kind);
        Assert.Contains("0 imported, 1 there already", (await Import(Token())).Said, StringComparison.Ordinal);
        Assert.Equal(2400, (await chain.Second.PostAsync("/v1/payments", Orders.ByToken(reference, "old-token-1"))).Codes.Single());

        Assert.Equal(200, (int)(await chain.First.PostAsync("/v1/card/token/old-token-1/cancel")).Status);
        Assert.Equal(2401, (await chain.First.PostAsync("/v1/payments", Orders.ByToken(Orders.NewReference("moved"), "old-token-1"))).Codes.Single());
    }

    /// <summary>A captured payment with its shopper, a declined one and one with a refund, and a payout at the old system, as lines.</summary>
    /// <returns>The refunded payment and its refund.</returns>
    private async Task<(long Payment, long Refund)> MakeAsync()
    {
        var captured = await _old.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()).With("Capture", true).With("Description", "Two books").With("Customer.Email", "ana@shop.example").With("Customer.FirstName", "Ană").With("BillingAddress.City", "Iași").With("BillingAddress.Country", "RO"));
        var declined = await _old.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference(), "4000000000009995"));
        var refunded = (long)(await _old.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()).With("Capture", true))).Payment["ID"]!;
        var refund = (await _old.PostAsync($"/v1/payments/{refunded}/refunds", Orders.Refund(Orders.NewReference("back"), 500))).Json!["Refund"]!;
        var payout = (await _old.PayOutAsync(PayoutShop.Order(Orders.NewReference("out")))).Payout();
        var read = await _old.GetAsync($"/v1/payments/{refunded}");
        _lines.AddRange([Line("Payment", captured.Payment), Line("Payment", declined.Payment), Line("Payment", read.Payment), Line("Refund", refund), Line("Payout", payout)]);
        return (refunded, (long)refund["ID"]!);
    }

    private static JsonObject Line(string kind, JsonNode resource, Action<JsonObject>? change = null)
    {
        var copy = resource.DeepClone().AsObject();
        copy["SiteID"] = 1010;
        change?.Invoke(copy);
        return new JsonObject { [kind] = copy };
    }

    private Task<Ended> ImportAsync() => ImportAsync(write: true);

    private async Task<Ended> ImportAsync(bool write)
    {
        if (write) await File.WriteAllLinesAsync(_file, _lines.Select(l => l.ToJsonString()));
        return await CheckoutProgram.RunAsync(Here("import", _file));
    }

    private async Task<Ended> ImportAsync(RunningCheckout into, JsonObject line)
    {
        await File.WriteAllTextAsync(_file, line.ToJsonString());
        return await CheckoutProgram.RunAsync("import", _file, "--environment", "Development", $"--DataDirectory={into.Directory}");
    }

    private async Task<Ended> StopAsync(Func<Task<Ended>> meanwhile)
    {
        Ended? ended = null;
        _new = await _new.RestartAsync(async () => ended = await meanwhile());
        return ended!;
    }

    private string[] Here(params string[] words) => [.. words, "--environment", "Development", string.Create(CultureInfo.InvariantCulture, $"--DataDirectory={_new.Directory}")];

}
