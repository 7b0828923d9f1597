using System.Globalization;
using System.Text;
using Checkout.Core.Chance;
using Checkout.Core.Merchants;

namespace Checkout.Web.Commands;

/// <summary><c>merchant add | set | list | rotate-key | refused | resend</c>: the register of merchants, beside a running server or without one.</summary>
public static class MerchantCommand
{
    private const int KeysKept = 2;
    private const int LongestName = 100;

    public static Task<int> RunAsync(string[] args) => args switch
    {
        ["add", .. var rest] => AddAsync(new Arguments(rest, ["site", "api-key", "name", "notification-url", "currency", "token-limit"], list: "currency")),
        ["set", .. var rest] => SetAsync(new Arguments(rest, ["site"], takesPairs: true)),
        ["list", .. var rest] => ListAsync(new Arguments(rest, [])),
        ["rotate-key", .. var rest] => RotateAsync(new Arguments(rest, ["site", "api-key", "kind"])),
        ["refused", .. var rest] => ShowRefusedAsync(new Arguments(rest, ["site", "id"])),
        ["resend", .. var rest] => ResendCommand.RunAsync(new Arguments(rest, ["site", "since", "payment"])),
        _ => throw new CommandRefusedException("Say one of: merchant add, merchant set, merchant list, merchant rotate-key, merchant refused, merchant resend."),
    };

    private static async Task<int> AddAsync(Arguments args)
    {
        var site = args.NeededNumber("site");
        await using var office = await MerchantOffice.OpenAsync(args.Settings);
        var account = NewAccount(office);
        var keys = new NewKeys(office, site);
        keys.Show("Cardgate account", account.Id);
        foreach (var kind in KeyKinds.All) keys.Add(kind, kind == MerchantKeyKind.Api ? args.Text("api-key") : null);
        var merchant = new Merchant
        {
            Id = site, Name = CheckedName(args.Needed("name")), IsSandbox = office.Settings.Sandbox.Enabled, Settings = Wished(args, office.Settings.Sandbox.Enabled) with { Cardgate = [account] },
        };

        if (site <= 0) throw new CommandRefusedException("--site must be 1 or more.");
        if (!await office.Store.AddAsync(merchant, keys.Made)) throw new CommandRefusedException($"There is a merchant with site {site} already. Change it with: merchant set --site {site} name=value");
        Console.WriteLine($"Added merchant {site} ({merchant.Name}). These are shown once:");
        Console.Write(keys.Shown);
        return 0;
    }

    private static MerchantSettings Wished(Arguments args, bool isSandbox)
    {
        var wishes = new List<KeyValuePair<string, string>>();
        if (args.Text("notification-url") is { } url) wishes.Add(new("NotificationUrl", url));
        if (args.Text("currency") is { } currencies) wishes.Add(new("Currencies", currencies));
        if (args.Text("token-limit") is { } limit) wishes.Add(new("TokenLimit", limit));
        return SettingNames.Apply(new MerchantSettings(), wishes, isSandbox);
    }

    private static async Task<int> SetAsync(Arguments args)
    {
        var site = args.NeededNumber("site");
        if (args.Pairs.Count == 0) throw new CommandRefusedException($"Say what to set, as name=value. Known names: {SettingNames.Listed}.");
        await using var office = await MerchantOffice.OpenAsync(args.Settings);
        var entry = await office.FoundAsync(site);
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
            Console.WriteLine($"{merchant.Id}  {merchant.Name}{(merchant.IsSandbox ? "  (sandbox)" : "")}{(s.Active ? "" : "  (switched off)")}");
            Console.WriteLine($"  API keys {keys.Count(k => k.Kind == MerchantKeyKind.Api)}, currencies {currencies}, notices to {s.NotificationUrl ?? "nobody"}, token limit {s.TokenLimit}");
            foreach (var account in s.Cardgate) Console.WriteLine($"  Cardgate {account.Id}, H2H {OnOff(account.H2H)}, instant {OnOff(account.Instant)}, callbacks to {s.CallbackUrl ?? "nobody"}");
        }

        return 0;
    }

    private static string OnOff(bool on) => on ? "on" : "off";

    private static async Task<int> RotateAsync(Arguments args)
    {
        var site = args.NeededNumber("site");
        var wished = KeyKinds.Of(args.Text("kind") ?? KeyKinds.Default);
        if (wished.Count > 1 && args.Text("api-key") is not null) throw new CommandRefusedException("--api-key is one key and this kind has several. Leave it out to have them made.");
        await using var office = await MerchantOffice.OpenAsync(args.Settings);
        var (merchant, had) = await office.FoundAsync(site);

        // A merchant that is older than a kind of key gets its first one along with any other.
        var missing = KeyKinds.All.Where(kind => !wished.Contains(kind) && had.All(key => key.Kind != kind));
        var keys = new NewKeys(office, site);
        foreach (var kind in wished) keys.Add(kind, args.Text("api-key"));
        foreach (var kind in missing) keys.Add(kind);
        foreach (var key in keys.Made) await office.Store.AddKeyAsync(key, KeysKept);
        if (merchant.Settings.Cardgate.Count == 0)
        {
            var account = NewAccount(office);
            await office.Store.SetAsync(site, merchant.Name, merchant.Settings with { Cardgate = [account] });
            keys.Show("Cardgate account", account.Id);
        }

        Console.WriteLine($"Merchant {site} has new keys, shown once; a key before them works until the next rotation:");
        Console.Write(keys.Shown);
        return 0;
    }

    /// <summary>A request that made nothing, as the merchant was answered, by the InvalidRequestID in that answer.</summary>
    private static async Task<int> ShowRefusedAsync(Arguments args)
    {
        var (site, id) = (args.NeededNumber("site"), args.Needed("id"));
        if (!long.TryParse(id.AsSpan(id.StartsWith('i') ? 1 : 0), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw new CommandRefusedException("--id is the InvalidRequestID of an answer, for example i57.");
        await using var office = await MerchantOffice.OpenAsync(args.Settings);
        var refused = await office.RefusedRequests.FindAsync(site, number)
            ?? throw new CommandRefusedException($"Merchant {site} was refused no request i{number}, or more than a month ago.");
        Console.WriteLine($"{refused.At.ToString("u", CultureInfo.InvariantCulture)}  i{number} of merchant {site} was answered with 400:");
        Console.WriteLine(Encoding.UTF8.GetString(refused.Answer));
        return 0;
    }

    private static CardgateAccount NewAccount(MerchantOffice office) => new("coma_" + office.Random.Alphanumeric(16), H2H: false, Instant: false);

    /// <summary>Shoppers read it on every page.</summary>
    private static string CheckedName(string name) => !string.IsNullOrWhiteSpace(name) && name.Length <= LongestName && !name.Any(char.IsControl) ? name.Trim()
        : throw new CommandRefusedException($"The name of a merchant is what shoppers read on the page: 1 to {LongestName} characters.");
}
