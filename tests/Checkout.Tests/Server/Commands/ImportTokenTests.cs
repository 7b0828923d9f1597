using System.Text.Json.Nodes;
using Checkout.Tests.Server.Chain;

namespace Checkout.Tests.Server.Commands;

/// <summary>Saved cards move in from another system, under the tokens by which the merchant goes on naming them.</summary>
public sealed class ImportTokenTests : IAsyncLifetime
{
    private readonly string _file = Path.GetTempFileName();
    private ChainedCheckout _chain = null!;
    private string _there = null!;

    public async Task InitializeAsync()
    {
        _chain = await ChainedCheckout.StartAsync(ProviderMode.Smart2PayOurs);
        _there = await KeptThereAsync();
    }

    public async Task DisposeAsync()
    {
        await _chain.DisposeAsync();
        File.Delete(_file);
    }

    [Theory]
    [InlineData("0f1e2d3c4b5a69788796a5b4c3d2e1f0", "0f1e2d3c4b5a69788796a5b4c3d2e1f0")]
    [InlineData("0F1E2D3C4B5A69788796A5B4C3D2E1F0", "0F1E2D3C4B5A69788796A5B4C3D2E1F0")]
    [InlineData("0f1e2d3c4b5a69788796a5b4c3d2e1f0", "0F1E2D3C4B5A69788796A5B4C3D2E1F0")]
    [InlineData("0F1E2D3C4B5A69788796A5B4C3D2E1F0", "0f1e2d3c4b5a69788796a5b4c3d2e1f0")]
    [InlineData("no-hex-at-all", "no-hex-at-all")]
    public async Task An_old_token_pays_whatever_it_looks_like(string imported, string sent)
    {
        var reference = Orders.NewReference("moved");
        Assert.Equal(2400, (await _chain.First.PostAsync("/v1/payments", Orders.ByToken(reference, sent))).Codes.Single());
        var told = await ImportAsync(Token(imported));
        Assert.True(told.Code == 0, told.ToString());

        var paid = await _chain.First.PostAsync("/v1/payments", Orders.ByToken(reference, sent));
        Assert.True(paid.StatusId == 9, paid.ToString());
        Assert.Equal("authorise", Assert.Single(await _chain.LedgerAsync(reference)).Kind);
    }

    [Fact]
    public async Task An_old_token_lies_nowhere_in_clear()
    {
        Assert.Equal(0, (await ImportAsync(Token("a-word-that-pays"))).Code);
        foreach (var path in Directory.EnumerateFiles(_chain.First.Directory, "*", SearchOption.AllDirectories).Where(p => !p.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await file.CopyToAsync(copy);
            Assert.True(copy.ToArray().AsSpan().IndexOf("a-word-that-pays"u8) < 0, $"{Path.GetFileName(path)} holds an old token in clear.");
        }
    }

    [Fact]
    public async Task A_token_that_is_there_already_names_the_same_card()
    {
        var first = Token("old-token-1");
        Assert.Equal(0, (await ImportAsync(first)).Code);
        Assert.Contains("0 imported, 1 there already, 0 bad", (await ImportAsync(first)).Said, StringComparison.Ordinal);
        foreach (var (field, value, named) in new[]
                 {
                     ("MerchantCustomerID", "shopper-10", "MerchantCustomerID"), ("Number", "VISA-1112", "Number, expiry or HolderName"), ("ExpirationMonth", "06", "Number, expiry or HolderName"),
                     ("ProviderToken", "another-word", "ProviderToken"),
                 })
        {
            var other = Token("old-token-1");
            other["CreditCardToken"]![field] = value;
            Assert.Contains($"line 1: another card with this Value is there: its {named} is different", (await ImportAsync(other)).Said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_retired_account_takes_no_card_in()
    {
        Assert.Equal(0, (await CheckoutProgram.RunAsync("provider", "retire", "--site", "1010", "--number", "1", "--environment", "Development", $"--DataDirectory={_chain.First.Directory}")).Code);
        Assert.Contains("CreditCardToken.Provider must be an account in use", (await ImportAsync(Token("old-token-1"))).Said, StringComparison.Ordinal);
    }

    private async Task<string> KeptThereAsync() =>
        (string)(await _chain.Second.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()).With("GenerateCreditCardToken", true))).Payment["CreditCardToken"]!["Value"]!;

    private JsonObject Token(string word) => new()
    {
        ["CreditCardToken"] = new JsonObject
        {
            ["Value"] = word, ["SiteID"] = 1010, ["MerchantCustomerID"] = "shopper-9", ["Provider"] = "smart2pay-1", ["ProviderToken"] = _there, ["Number"] = "VISA-1111", ["ExpirationMonth"] = "05", ["ExpirationYear"] = "2031",
        },
    };

    private async Task<Ended> ImportAsync(JsonObject line)
    {
        await File.WriteAllTextAsync(_file, line.ToJsonString());
        return await CheckoutProgram.RunAsync("import", _file, "--environment", "Development", $"--DataDirectory={_chain.First.Directory}");
    }
}
