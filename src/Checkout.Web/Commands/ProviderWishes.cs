using Checkout.Connectors.Cardgate;
using Checkout.Core.Providers;
using Checkout.Core.Upstream;

namespace Checkout.Web.Commands;

/// <summary>Reads what an operator wishes of a new provider account, and says what cannot be.</summary>
internal static class ProviderWishes
{
    public static readonly string[] Options = ["site", "kind", "url", "cardgate-url", "account", "key", "secret", "card-entry", "order", "service"];

    public static readonly string[] Flags = ["h2h", "test"];

    private const int LongestService = 64;

    /// <exception cref="CommandRefusedException">Something is missing or does not fit together.</exception>
    public static ProviderAccount Read(Arguments args, MerchantOffice office)
    {
        var site = args.NeededNumber("site");
        var kind = Kind(args.Needed("kind"));
        var key = Filled("key", args.Needed("key"));
        var secret = Secret(args, kind);
        return new ProviderAccount
        {
            Merchant = site,
            Number = 0,
            Kind = kind,
            Url = Base("url", args.Needed("url"), office.Settings.Sandbox.Enabled),
            CardgateUrl = CardgateUrl(args, kind, office.Settings.Sandbox.Enabled),
            Service = Service(args, kind),
            Account = Account(args.Needed("account"), kind),
            Entry = Entry(args, kind),
            IsTest = args.Has("test"),
            Order = args.Number("order") ?? 0,
            SealedKey = office.ProviderSecrets.SealKey(site, key),
            SealedSecret = secret is null ? null : office.ProviderSecrets.SealSecret(site, secret),
        };
    }

    private static ProviderKind Kind(string word) => word.ToLowerInvariant() switch
    {
        "smart2pay" => ProviderKind.Smart2Pay,
        "cardgate" => ProviderKind.Cardgate,
        _ => throw new CommandRefusedException($"--kind is \"{word}\"; it must be smart2pay or cardgate."),
    };

    private static string? Secret(Arguments args, ProviderKind kind) => (kind, args.Text("secret")) switch
    {
        (ProviderKind.Cardgate, null) => throw new CommandRefusedException("--secret is missing: the key (sk_live_… or sk_test_…) that signs this provider's callbacks."),
        (ProviderKind.Smart2Pay, not null) => throw new CommandRefusedException("--secret is for cardgate only: Smart2Pay proves itself with the API key."),
        var (_, secret) => secret is null ? null : Filled("secret", secret),
    };

    /// <summary>With an empty secret anybody could sign.</summary>
    private static string Filled(string option, string text) => text.Length > 0 ? text : throw new CommandRefusedException($"--{option} is empty.");

    private static string? CardgateUrl(Arguments args, ProviderKind kind, bool isSandbox) => (kind, args.Text("cardgate-url")) switch
    {
        (_, null) => null,
        (ProviderKind.Smart2Pay, _) => throw new CommandRefusedException("--cardgate-url is for cardgate only."),
        var (_, url) => Base("cardgate-url", url!, isSandbox),
    };

    private static string? Service(Arguments args, ProviderKind kind) => (kind, args.Text("service")) switch
    {
        (_, null) => null,
        (ProviderKind.Smart2Pay, _) => throw new CommandRefusedException("--service is for cardgate only."),
        var (_, name) when IsServiceName(name!) => name,
        var (_, name) => throw new CommandRefusedException(
            $"--service is \"{name}\"; it must be a name of up to {LongestService} letters, digits, - and _, such as {CardgateAccount.UsualService}."),
    };

    private static bool IsServiceName(string name) =>
        name.Length is > 0 and <= LongestService && name.Replace(CardgateAccount.CurrencyMark, "", StringComparison.Ordinal).All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static string Account(string account, ProviderKind kind)
    {
        if (kind == ProviderKind.Smart2Pay && !(account.Length <= 9 && account.All(char.IsAsciiDigit)))
            throw new CommandRefusedException($"--account is \"{account}\"; with smart2pay it is the site's number.");
        // A colon would end the user name of Basic credentials.
        if (account.Length > 100 || account.Any(c => c is <= ' ' or > '~' or ':')) throw new CommandRefusedException("--account must be the account's id, without spaces and colons.");
        return account;
    }

    private static CardEntry Entry(Arguments args, ProviderKind kind)
    {
        var isHostToHost = args.Has("h2h");
        if (isHostToHost && kind != ProviderKind.Cardgate) throw new CommandRefusedException("--h2h is for cardgate only; say --card-entry ours.");
        var usual = kind == ProviderKind.Smart2Pay || isHostToHost ? CardEntry.Ours : CardEntry.Theirs;
        var entry = args.Text("card-entry")?.ToLowerInvariant() switch
        {
            null => usual,
            "ours" => CardEntry.Ours,
            "theirs" => CardEntry.Theirs,
            var word => throw new CommandRefusedException($"--card-entry is \"{word}\"; it must be ours or theirs."),
        };
        return entry == CardEntry.Ours && usual == CardEntry.Theirs
            ? throw new CommandRefusedException("--card-entry ours needs --h2h with cardgate: without it the provider takes cards on its own page only.")
            : entry;
    }

    /// <summary>A base address, perhaps with a path; secrets go there, so outside the sandbox it is https.</summary>
    private static string Base(string option, string text, bool isSandbox)
    {
        var fits = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { UserInfo: "", Query: "", Fragment: "" }
            && (uri.Scheme == Uri.UriSchemeHttps || (isSandbox && uri.Scheme == Uri.UriSchemeHttp));
        return fits ? text.TrimEnd('/') : throw new CommandRefusedException(
            $"--{option} is \"{text}\"; it must be {(isSandbox ? "an http or https" : "an https")} address without a user name, query or fragment.");
    }
}
