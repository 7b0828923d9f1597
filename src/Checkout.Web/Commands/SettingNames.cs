using System.Globalization;
using Checkout.Connectors.Simulator;
using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using Checkout.Web.Hosting.Workers;

namespace Checkout.Web.Commands;

/// <summary>The settings of a merchant as an operator types them: <c>name=value</c>, lists separated by commas.</summary>
public static class SettingNames
{
    private static readonly Dictionary<string, Func<MerchantSettings, string, bool, MerchantSettings>> Setters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Active"] = (s, v, _) => s with { Active = Flag("Active", v) },
        ["NotificationUrl"] = (s, v, sandbox) => s with { NotificationUrl = v.Length == 0 ? null : WebAddress("NotificationUrl", v, sandbox) },
        ["CallbackUrl"] = (s, v, sandbox) => s with { CallbackUrl = v.Length == 0 ? null : WebAddress("CallbackUrl", v, sandbox) },
        ["Currencies"] = (s, v, _) => s with { Currencies = List(v, c => Currency.TryFind(c, out Currency? _), "an ISO 4217 currency", upper: true) },
        ["AmountLimits"] = (s, v, _) => s with { AmountLimits = LimitSetting.Read(v) },
        ["Fees"] = (s, v, _) => s with { Fees = FeeSetting.Read(v) },
        ["TokenLimit"] = (s, v, _) => s with { TokenLimit = int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : throw Fault("TokenLimit", v, "a whole number; 0 means no limit") },
        ["ThreeDSecure"] = (s, v, _) => s with { ThreeDSecure = Flag("ThreeDSecure", v) },
        ["Challenges"] = (s, v, _) => s with { Challenges = Generation(v) },
        ["Capture"] = (s, v, _) => s with { Capture = Flag("Capture", v) },
        ["FraudCheck"] = (s, v, _) => s with { FraudCheck = Flag("FraudCheck", v) },
        ["ReturnSchemes"] = (s, v, _) => s with { ReturnSchemes = List(v, ReturnUrl.IsScheme, "a URL scheme of your app, such as myshop") },
        ["ReturnHosts"] = (s, v, _) => s with { ReturnHosts = List(v, h => Uri.CheckHostName(h) != UriHostNameType.Unknown, "a host name") },
        ["HttpReturn"] = (s, v, _) => s with { HttpReturn = Flag("HttpReturn", v) },
        ["AttestsConsent"] = (s, v, _) => s with { AttestsConsent = Flag("AttestsConsent", v) },
        ["LateCharge"] = (s, v, _) => s with { LateCharge = Late(v) },
        ["CallbackOnlyFinal"] = (s, v, _) => s with { CallbackOnlyFinal = Flag("CallbackOnlyFinal", v) },
        ["CallbackHidesCard"] = (s, v, _) => s with { CallbackHidesCard = Flag("CallbackHidesCard", v) },
        ["CallbackTries"] = (s, v, _) => s with { CallbackTries = Count("CallbackTries", v, 100, "a whole number of tries") },
        ["CallbackMinutes"] = (s, v, _) => s with { CallbackMinutes = Count("CallbackMinutes", v, 60, "a whole number of minutes") },
        ["TokenizeAll"] = (s, v, _) => s with { TokenizeAll = Flag("TokenizeAll", v) },
        ["OtherCard"] = (s, v, _) => s with { OtherCard = Flag("OtherCard", v) },
        ["RememberedCards"] = (s, v, _) => s with { RememberedCards = Flag("RememberedCards", v) },
        ["PageTries"] = (s, v, _) => s with { PageTries = v.Length == 0 ? null : Count("PageTries", v, 100, "a whole number of tries") },
        ["InvoiceMinutes"] = (s, v, _) => s with { InvoiceMinutes = Count("InvoiceMinutes", v, 1440, "a whole number of minutes") },
        ["ReturnUrl"] = (s, v, sandbox) => s with { ReturnUrl = Back("ReturnUrl", v, s, sandbox) },
        ["SuccessUrl"] = (s, v, sandbox) => s with { ReturnUrls = Backs(s) with { Success = Back("SuccessUrl", v, s, sandbox) } },
        ["PendingUrl"] = (s, v, sandbox) => s with { ReturnUrls = Backs(s) with { Pending = Back("PendingUrl", v, s, sandbox) } },
        ["FailUrl"] = (s, v, sandbox) => s with { ReturnUrls = Backs(s) with { Fail = Back("FailUrl", v, s, sandbox) } },
        ["ReturnContext"] = (s, v, _) => s with { ReturnContext = Flag("ReturnContext", v) },
        ["Moderation"] = (s, v, _) => s with { ModeratesInvoices = Flag("Moderation", v) },
        ["OverwriteDescriptor"] = (s, v, _) => s with { OverwritesDescriptor = Flag("OverwriteDescriptor", v) },
        ["RefundModel"] = (s, v, _) => s with { OldRefunds = IsOld(v) },
        ["PublicPayments"] = (s, v, _) => s with { PublicPayments = Flag("PublicPayments", v) },
        ["Payouts"] = (s, v, _) => s with { Payouts = Flag("Payouts", v) },
        ["PayoutDailyLimit"] = (s, v, _) => s with { PayoutDailyLimit = long.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : throw Fault("PayoutDailyLimit", v, "a whole number of minor units; 0 means no limit") },
        ["CorsOrigins"] = (s, v, _) => s with { CorsOrigins = List(v, IsOrigin, "an origin such as https://shop.example") },
        ["FrameOrigins"] = (s, v, sandbox) => s with
        {
            FrameOrigins = List(v, o => IsFrameOrigin(o, sandbox), $"an exact {(sandbox ? "http or https" : "https")} origin in lower case, such as https://shop.example"),
        },
        ["AutoReturn"] = (s, v, _) => s with { AutoReturn = Flag("AutoReturn", v) },
        ["BypassResultPage"] = (s, v, _) => s with { SkipsResult = Flag("BypassResultPage", v) },
        ["Page"] = (s, v, _) => s with { Page = PageSetting.Read(v) },
        ["Scenario"] = (s, v, sandbox) => s with { Scenario = v.Length == 0 ? null : ScenarioName(v, sandbox) },
        ["H2H"] = (s, v, _) => Accounts("H2H", s, v, (account, on) => account with { H2H = on }),
        ["Instant"] = (s, v, _) => Accounts("Instant", s, v, (account, on) => account with { Instant = on }),
    };

    public static string Listed => string.Join(", ", Setters.Keys);

    public static MerchantSettings Apply(MerchantSettings settings, IEnumerable<KeyValuePair<string, string>> wishes, bool isSandbox)
    {
        foreach (var (name, value) in wishes)
        {
            if (!Setters.TryGetValue(name, out var set)) throw new CommandRefusedException($"There is no merchant setting \"{name}\". Known are: Name, {Listed}.");
            settings = set(settings, value, isSandbox);
        }

        return settings;
    }

    private static CommandRefusedException Fault(string name, string value, string wanted) => new($"{name} is \"{value}\"; it must be {wanted}.");

    private static int Count(string name, string value, int most, string wanted) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most ? count : throw Fault(name, value, $"{wanted} from 1 to {most}");

    private static bool Flag(string name, string value) => bool.TryParse(value, out var flag) ? flag : throw Fault(name, value, "true or false");

    private static ChallengeShape Generation(string value) => value switch
    {
        "1" => ChallengeShape.First,
        "2" => ChallengeShape.Second,
        _ => throw Fault("Challenges", value, "1 (PaReq, MD, TermUrl) or 2 (creq, threeDSSessionData)"),
    };

    private static bool IsOld(string value) => value.ToUpperInvariant() switch
    {
        "NEW" => false,
        "OLD" => true,
        _ => throw Fault("RefundModel", value, "new (answered with the refund) or old (answered with the invoice)"),
    };

    private static LateCharge Late(string value) => value.ToUpperInvariant() switch
    {
        "VOID" => LateCharge.Void,
        "ADOPT" => LateCharge.Adopt,
        _ => throw Fault("LateCharge", value, "Void (take the charge back) or Adopt (let it pay)"),
    };

    /// <summary>A setting of a Cardgate account holds for all accounts of the merchant.</summary>
    private static MerchantSettings Accounts(string name, MerchantSettings settings, string value, Func<CardgateAccount, bool, CardgateAccount> set)
    {
        var on = Flag(name, value);
        if (settings.Cardgate.Count == 0) throw new CommandRefusedException($"{name} belongs to a Cardgate account and this merchant has none. Make one with: merchant rotate-key --kind cardgate");
        return settings with { Cardgate = [.. settings.Cardgate.Select(account => set(account, on))] };
    }

    private static string WebAddress(string name, string value, bool isSandbox)
    {
        var fits = Uri.TryCreate(value, UriKind.Absolute, out var uri) && GuardedTarget.MayCall(uri, isSandbox);
        return fits ? value : throw Fault(name, value, isSandbox ? GuardedTarget.SandboxRule : GuardedTarget.Rule);
    }

    private static ReturnUrls Backs(MerchantSettings settings) => settings.ReturnUrls ?? new ReturnUrls(null, null, null);

    /// <summary>The rules of a ReturnURL hold for the usual ones too; empty: none.</summary>
    private static string? Back(string name, string value, MerchantSettings settings, bool isSandbox)
    {
        if (value.Length == 0) return null;
        var merchant = new Merchant { Id = 0, Name = "", IsSandbox = isSandbox, Settings = settings };
        return ReturnUrl.TryRead(value, merchant, out _) ? value : throw Fault(name, value, "an address that ReturnHosts, ReturnSchemes and HttpReturn allow, such as https://shop.example/thanks");
    }

    private static string ScenarioName(string value, bool isSandbox)
    {
        if (!isSandbox) throw new CommandRefusedException("Scenario tells the sandbox's simulator what to do, and this merchant is in earnest.");
        return Scenarios.Find(value) is not null ? value : throw Fault("Scenario", value, $"one of {string.Join(", ", Scenarios.All.Select(s => s.Name))}, or empty");
    }

    private static bool IsOrigin(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && !value.EndsWith('/');

    /// <summary>It goes into a header as it is, so it is made of letters, digits and what an origin needs, and nothing else.</summary>
    private static bool IsFrameOrigin(string value, bool isSandbox) => IsOrigin(value)
        && value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or ':' or '/' or '-')
        && (isSandbox || value.StartsWith("https:", StringComparison.Ordinal));

    private static string[] List(string value, Func<string, bool> fits, string wanted, bool upper = false)
    {
        var items = (upper ? value.ToUpperInvariant() : value).Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return items.FirstOrDefault(i => !fits(i)) is { } wrong ? throw new CommandRefusedException($"\"{wrong}\" is not {wanted}.") : items;
    }
}
