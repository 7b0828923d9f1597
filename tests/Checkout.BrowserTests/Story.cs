using System.Globalization;
using System.Text.Json.Nodes;
using Checkout.BrowserTests.Browsers;
using Checkout.Core.Merchants;
using Checkout.Tests.Server;
using Checkout.Web.Hosting.Merchants;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.BrowserTests;

/// <summary>A payment a merchant opened by API.</summary>
/// <param name="Address">Where the shopper is sent.</param>
public sealed record OpenedPayment(string Reference, string Address)
{
    /// <summary>The page by its own address.</summary>
    public string Page => "/pay/" + Address[^32..];
}

/// <summary>
/// What every story can do: let shoppers arrive, open payments as a merchant, and look into the simulator's ledger. Whatever the story
/// is about, at its end nothing foreign was loaded and no browser complained.
/// </summary>
public abstract class Story(World world) : IDisposable
{
    private readonly List<Shopper> _shoppers = [];

    protected virtual RunningCheckout Server => world.Server;

    protected OtherShop Shop => world.Shop;

    /// <param name="address">The server the shopper visits; null: the world's own.</param>
    protected Shopper Arrives(Device device, string? address = null)
    {
        var shopper = new Shopper(world.Browsers.Take(device.RunsScript()), device, address ?? Server.Address);
        _shoppers.Add(shopper);
        return shopper;
    }

    /// <summary>Opens a payment for the shop on the other origin.</summary>
    /// <param name="change">Changes the request before it is sent.</param>
    /// <param name="at">The server; null: the world's own.</param>
    protected async Task<OpenedPayment> OpensPaymentAsync(Action<JsonObject>? change = null, string? at = null)
    {
        var reference = "story-" + Guid.NewGuid().ToString("N")[..16];
        var payment = new JsonObject
        {
            ["MerchantTransactionID"] = reference,
            ["Amount"] = 2599,
            ["Currency"] = "EUR",
            ["ReturnURL"] = Shop.ReturnUrl,
            ["Description"] = "Two tickets",
            ["Capture"] = true,
            ["GenerateCreditCardToken"] = true,
            ["Customer"] = new JsonObject { ["MerchantCustomerID"] = reference },
        };
        change?.Invoke(payment);
        var answer = await Server.PostAsync(at + "/v1/payments", new JsonObject { ["Payment"] = payment });
        Assert.True(answer.Json?["Payment"]?["RedirectURL"] is not null, answer.ToString());
        return new OpenedPayment(reference, answer.Payment["RedirectURL"]!.GetValue<string>());
    }

    /// <summary>Sends a whole card by API and has it kept.</summary>
    /// <returns>The token.</returns>
    protected async Task<string> KeepsCardAsync()
    {
        var answer = await Server.PostAsync("/v1/payments", new JsonObject
        {
            ["Payment"] = new JsonObject
            {
                ["MerchantTransactionID"] = "kept-" + Guid.NewGuid().ToString("N")[..16],
                ["Amount"] = 100,
                ["Currency"] = "EUR",
                ["ReturnURL"] = Shop.ReturnUrl,
                ["GenerateCreditCardToken"] = true,
                ["Card"] = Cards.ByApi(Cards.Approved),
            },
        });
        return answer.Payment["CreditCardToken"]!["Value"]!.GetValue<string>();
    }

    /// <summary>Changes the sandbox merchant, as an operator would by command.</summary>
    protected async Task SetsMerchantAsync(Func<MerchantSettings, MerchantSettings> change)
    {
        var store = Server.Services.GetRequiredService<IMerchantStore>();
        var merchant = (await store.AllAsync()).Single(entry => entry.Merchant.Id == int.Parse(RunningCheckout.Site, CultureInfo.InvariantCulture)).Merchant;
        await store.SetAsync(merchant.Id, merchant.Name, change(merchant.Settings));
        await Server.Services.GetRequiredService<MerchantRegister>().RefreshAsync();
    }

    /// <summary>The simulator's lines about a payment that took money and were not taken back.</summary>
    protected async Task<int> LiveChargesAsync(string reference)
    {
        var lines = await Server.LedgerAsync(reference);
        int Count(string kind) => lines.Count(line => line.Kind == kind && line.State == "approved");
        return Count("authorise") - Count("void");
    }

    protected async Task IsChargedOnceAsync(string reference) => Assert.Equal(1, await LiveChargesAsync(reference));

    protected async Task IsNotChargedAsync(string reference) => Assert.Equal(0, await LiveChargesAsync(reference));

    /// <summary>The shopper stands in the demo shop again, and it knows the payment as paid.</summary>
    protected async Task IsPaidOnceAsync(Shopper shopper)
    {
        shopper.ReadsIn("status", "Captured");
        await IsChargedOnceAsync(shopper.Reads("order"));
    }

    public void Dispose()
    {
        try
        {
            foreach (var shopper in _shoppers) shopper.ChecksWhatThePagesDid();
        }
        finally
        {
            foreach (var shopper in _shoppers) world.Browsers.GiveBack(shopper.Browser);
            GC.SuppressFinalize(this);
        }
    }
}
