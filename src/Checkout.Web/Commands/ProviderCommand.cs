using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Providers;
using Checkout.Core.Upstream;
using Checkout.Web.Hosting.Providers;

namespace Checkout.Web.Commands;

/// <summary><c>provider add | list | retire | test</c>: the provider accounts of merchants, beside a running server or without one.</summary>
public static class ProviderCommand
{
    private static readonly TimeSpan LongestTest = TimeSpan.FromSeconds(20);

    public static Task<int> RunAsync(string[] args) => args switch
    {
        ["add", .. var rest] => AddAsync(new Arguments(rest, ProviderWishes.Options, flags: ProviderWishes.Flags)),
        ["list", .. var rest] => ListAsync(new Arguments(rest, ["site"])),
        ["retire", .. var rest] => RetireAsync(new Arguments(rest, ["site", "number"], flags: ["undo"])),
        ["test", .. var rest] => TestAsync(new Arguments(rest, ["site", "number"])),
        _ => throw new CommandRefusedException("Say one of: provider add, provider list, provider retire, provider test."),
    };

    private static async Task<int> AddAsync(Arguments args)
    {
        await using var office = await MerchantOffice.OpenAsync(args.Settings);
        var wished = ProviderWishes.Read(args, office);
        var account = await office.Providers.AddAsync(wished) ?? throw new CommandRefusedException($"There is no merchant with site {wished.Merchant}.");
        Console.WriteLine($"Merchant {account.Merchant} has the provider account {account.Number} ({account.Name}); a running server follows within a second.");
        Console.WriteLine($"  {Describe(account, office)}");
        if (account.Kind == ProviderKind.Smart2Pay)
            Console.WriteLine($"  Have its notifications sent to {CallbacksController.UrlOf(office.Settings.PublicUrl ?? "http://YOUR-ADDRESS", account)}");
        return 0;
    }

    private static async Task<int> ListAsync(Arguments args)
    {
        var site = args.Number("site");
        await using var office = await MerchantOffice.OpenAsync(args.Settings);
        foreach (var account in (await office.Providers.AllAsync()).Where(a => site is null || a.Merchant == site))
            Console.WriteLine($"{account.Merchant}  {account.Number}  {account.Name}  {Describe(account, office)}{(account.IsRetired ? "  (retired)" : "")}");
        return 0;
    }

    private static async Task<int> RetireAsync(Arguments args)
    {
        var (site, number, isRetired) = (args.NeededNumber("site"), args.NeededNumber("number"), !args.Has("undo"));
        await using var office = await MerchantOffice.OpenAsync(args.Settings);
        if (!await office.Providers.RetireAsync(site, number, isRetired)) throw new CommandRefusedException($"Merchant {site} has no provider account {number}.");
        Console.WriteLine(isRetired
            ? $"Provider account {number} of merchant {site} takes no new payments; what is under way there is still looked after."
            : $"Provider account {number} of merchant {site} takes new payments again.");
        return 0;
    }

    private static async Task<int> TestAsync(Arguments args)
    {
        var (site, number) = (args.NeededNumber("site"), args.Number("number"));
        await using var office = await MerchantOffice.OpenAsync(args.Settings);
        var accounts = (await office.Providers.AllAsync()).Where(a => a.Merchant == site && (number is null || a.Number == number)).ToList();
        if (accounts.Count == 0) throw new CommandRefusedException($"Merchant {site} has no such provider account. See: provider list.");

        using var http = new ProviderHttp();
        var maker = new ConnectorMaker(http, office.ProviderSecrets, new NoAddress(), office.Settings.Sandbox, office.Clock);
        var isGood = true;
        foreach (var account in accounts)
        {
            var trouble = await ProbeAsync(maker.Make(account));
            Console.WriteLine($"{account.Name}  {account.Url}  {trouble ?? "answers and knows us"}");
            isGood &= trouble is null;
        }

        return isGood ? 0 : throw new CommandRefusedException("A provider account does not work; see above.");
    }

    private static async Task<string?> ProbeAsync(IConnector connector)
    {
        using var limit = new CancellationTokenSource(LongestTest);
        return connector is IProbed probed ? await probed.ProbeAsync(limit.Token) : null;
    }

    /// <summary>Whatever a sandbox sends is marked as a test.</summary>
    private static string Describe(ProviderAccount account, MerchantOffice office) =>
        $"{account.Url}, account {account.Account}, card entry {(account.Entry == CardEntry.Ours ? "ours" : "theirs")}, order {account.Order}{(account.Service is { } service ? ", service " + service : "")}, {(account.IsTest || office.Settings.Sandbox.Enabled ? "test" : "live")} payments";

    /// <summary>A test makes no payment, so nobody is ever sent back to us.</summary>
    private sealed class NoAddress : IPublicAddress
    {
        public string Base => "http://127.0.0.1";
    }
}
