using Checkout.Core.Chance;
using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Web.Hosting;
using Checkout.Web.Hosting.Merchants;
using Checkout.Web.Hosting.Settings;

namespace Checkout.Web.Commands;

/// <summary><c>merchant add | set | list | rotate-key</c>: the register of merchants, beside a running server or without one.</summary>
public static class MerchantCommand
{
    private const int KeysKept = 2;
    private const int ShortestKey = 32;
    private const int LongestName = 100;

    public static Task<int> RunAsync(string[] args) => args switch
    {
        ["add", .. var rest] => AddAsync(new Arguments(rest, ["site", "api-key", "name", "notification-url", "currency", "token-limit"], list: "currency")),
        ["set", .. var rest] => SetAsync(new Arguments(rest, ["site"], takesPairs: true)),
        ["list", .. var rest] => ListAsync(new Arguments(rest, [])),
        ["rotate-key", .. var rest] => RotateAsync(new Arguments(rest, ["site", "api-key"])),
        _ => throw new CommandRefusedException("Say one of: merchant add, merchant set, merchant list, merchant rotate-key."),
    };

    private static async Task<int> AddAsync(Arguments args)
    {
        var site = args.NeededNumber("site");
        await using var office = await MerchantOffice.OpenAsync(args.Settings);
        var key = CheckedKey(args.Text("api-key") ?? office.Random.Word(ShortestKey), office.Settings);
        var link = office.Random.Word(ShortestKey);
        var wishes = new List<KeyValuePair<string, string>>();
        if (args.Text("notification-url") is { } url) wishes.Add(new("NotificationUrl", url));
        if (args.Text("currency") is { } currencies) wishes.Add(new("Currencies", currencies));
        if (args.Text("token-limit") is { } limit) wishes.Add(new("TokenLimit", limit));
        var merchant = new Merchant
        {
            Id = site, Name = CheckedName(args.Needed("name")), IsSandbox = office.Settings.Sandbox.Enabled, Settings = SettingNames.Apply(new MerchantSettings(), wishes, office.Settings.Sandbox.Enabled),
        };

        if (site <= 0) throw new CommandRefusedException("--site must be 1 or more.");
        MerchantKey[] keys = [office.Secrets.Make(site, MerchantKeyKind.Api, key), office.Secrets.Make(site, MerchantKeyKind.Link, link)];
        if (!await office.Store.AddAsync(merchant, keys)) throw new CommandRefusedException($"There is a merchant with site {site} already. Change it with: merchant set --site {site} name=value");
        Console.WriteLine($"Added merchant {site} ({merchant.Name}). These are shown once:");
        Console.WriteLine($"  API key      {key}");
        Console.WriteLine($"  Link secret  {link}");
        return 0;
    }

    private static async Task<int> SetAsync(Arguments args)
    {
        var site = args.NeededNumber("site");
        if (args.Pairs.Count == 0) throw new CommandRefusedException($"Say what to set, as name=value. Known names: {SettingNames.Listed}.");
        await using var office = await MerchantOffice.OpenAsync(args.Settings);
        var entry = (await office.Store.AllAsync()).FirstOrDefault(e => e.Merchant.Id == site) ?? throw new CommandRefusedException($"There is no merchant with site {site}.");
        var name = args.Pairs.TryGetValue("Name", out var given) ? CheckedName(given) : entry.Merchant.Name;
        var settings = SettingNames.Apply(entry.Merchant.Settings, args.Pairs.Where(p => !p.Key.Equals("Name", StringComparison.OrdinalIgnoreCase)), entry.Merchant.IsSandbox);
        await office.Store.SetAsync(site, name, settings);
        Console.WriteLine($"Merchant {site} is changed; a running server follows within a second.");
        return 0;
    }

    private static async Task<int> ListAsync(Arguments args)
    {
        await using var office = await MerchantOffice.OpenAsync(args.Settings);
        foreach (var (merchant, keys) in await office.Store.AllAsync())
        {
            var s = merchant.Settings;
            var currencies = s.Currencies.Count == 0 ? "all" : string.Join(",", s.Currencies);
            Console.WriteLine($"{merchant.Id}  {merchant.Name}{(merchant.IsSandbox ? "  (sandbox)" : "")}");
            Console.WriteLine($"  API keys {keys.Count(k => k.Kind == MerchantKeyKind.Api)}, currencies {currencies}, notices to {s.NotificationUrl ?? "nobody"}, token limit {s.TokenLimit}");
        }

        return 0;
    }

    private static async Task<int> RotateAsync(Arguments args)
    {
        var site = args.NeededNumber("site");
        await using var office = await MerchantOffice.OpenAsync(args.Settings);
        if ((await office.Store.AllAsync()).All(e => e.Merchant.Id != site)) throw new CommandRefusedException($"There is no merchant with site {site}.");
        var key = CheckedKey(args.Text("api-key") ?? office.Random.Word(ShortestKey), office.Settings);
        await office.Store.AddKeyAsync(office.Secrets.Make(site, MerchantKeyKind.Api, key), KeysKept);
        Console.WriteLine($"Merchant {site} has a new API key, shown once; the one before it works until the next rotation:");
        Console.WriteLine($"  API key      {key}");
        return 0;
    }

    /// <summary>Shoppers read it on every page.</summary>
    private static string CheckedName(string name) => !string.IsNullOrWhiteSpace(name) && name.Length <= LongestName && !name.Any(char.IsControl) ? name.Trim()
        : throw new CommandRefusedException($"The name of a merchant is what shoppers read on the page: 1 to {LongestName} characters.");

    /// <summary>In the sandbox any key will do; elsewhere it must be long enough that its plain hash cannot be guessed (API-1).</summary>
    private static string CheckedKey(string key, CheckoutSettings settings) => settings.Sandbox.Enabled || key.Length >= ShortestKey ? key
        : throw new CommandRefusedException($"--api-key must have {ShortestKey} characters or more. Leave it out to have one made.");
}
