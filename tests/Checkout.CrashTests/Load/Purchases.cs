using System.Globalization;
using System.Text.Json.Nodes;
using Checkout.CrashTests.Processes;
using Checkout.Tests.Server;
using Checkout.Tests.Server.Payouts;

namespace Checkout.CrashTests.Load;

/// <summary>One merchant's server and its shoppers, one order after the other, whatever happens to the servers meanwhile.</summary>
internal sealed class Purchases(Caller caller, Diary diary, ShopAccount shop, int seed, CancellationToken end)
{
    private const string Good = "5519283812030000";
    private const string Bad = "4302912837020000";
    private const int MostLooks = 60;

    private readonly Random _random = new(seed);
    private readonly List<string> _tokens = [];
    private int _made;

    public async Task RunAsync()
    {
        while (!end.IsCancellationRequested)
        {
            await (_random.Next(11) switch
            {
                < 4 => DirectAsync(capture: false),
                < 6 => DirectAsync(capture: true),
                < 7 => TokenAsync(),
                < 8 => PayOutAsync(),
                _ => PageAsync(),
            });
            await Task.Delay(_random.Next(5, 40), CancellationToken.None);
        }
    }

    private string NewReference() => string.Create(CultureInfo.InvariantCulture, $"c{shop.Site}-{seed}-{_made++}");

    private async Task DirectAsync(bool capture)
    {
        var order = Orders.Direct(NewReference(), _random.Next(6) == 0 ? Bad : Good, _random.Next(100, 9000)).With("Capture", capture).With("GenerateCreditCardToken", _random.Next(4) == 0);
        await GoOnAsync(await caller.AskAsync(shop, "/v1/payments", order));
    }

    private async Task TokenAsync()
    {
        if (_tokens.Count == 0) return;
        await GoOnAsync(await caller.AskAsync(shop, "/v1/payments", Orders.ByToken(NewReference(), _tokens[_random.Next(_tokens.Count)]).With("Capture", true)));
    }

    /// <summary>Only one of the two providers pays out.</summary>
    private async Task PayOutAsync()
    {
        if (shop == MortalChain.First) await caller.AskAsync(shop, "/v1/payouts", PayoutShop.Order(NewReference(), _random.Next(6) == 0 ? Bad : Good, _random.Next(100, 9000)));
    }

    /// <summary>What the merchant does with a payment that was answered.</summary>
    private async Task GoOnAsync(Answer? answer)
    {
        if (answer?.Json?["Payment"] is not { } payment || (long?)payment["ID"] is not { } id) return;
        if ((string?)payment["CreditCardToken"]?["Value"] is { } token) _tokens.Add(token);
        var status = (int)payment["Status"]!["ID"]!;
        if (status == 9) answer = await caller.AskAsync(shop, $"/v1/payments/{id}/{(_random.Next(3) == 0 ? "cancel" : "capture")}", null);
        if (answer?.Json?["Payment"]?["Status"]?["ID"] is not { } now || (int)now != 11) return;
        for (var refunds = _random.Next(3); refunds > 0; refunds--)
            await caller.AskAsync(shop, $"/v1/payments/{id}/refunds", Orders.Refund(NewReference(), (long)payment["Amount"]! * 6 / 10));
    }

    /// <summary>A shopper on the page, who comes back to it as often as it takes.</summary>
    private async Task PageAsync()
    {
        var reference = NewReference();
        var opened = await caller.AskAsync(shop, "/v1/payments", Orders.Hosted(reference, _random.Next(100, 9000)).With("Capture", true));
        if ((string?)opened?.Json?["Payment"]?["RedirectURL"] is not { } address) return;
        var shopper = new Shopper(caller);
        for (var looks = 0; looks < MostLooks && !end.IsCancellationRequested; looks++)
        {
            var page = await Caller.TryAsync(() => shopper.OpenAsync(address));
            if (page is not null && page.Has("security-code")) page = await Caller.TryAsync(() => shopper.PayAsync(page, _random.Next(6) == 0 ? Bad : Good));
            if (page?.GoesTo is { } back && back.Contains("data=2", StringComparison.Ordinal))
            {
                diary.Tell(new Acknowledged(shop.Site, reference, (long)opened!.Json!["Payment"]!["ID"]!, 2, "page"));
                return;
            }

            await Task.Delay(_random.Next(50, 250), CancellationToken.None);
        }
    }
}
