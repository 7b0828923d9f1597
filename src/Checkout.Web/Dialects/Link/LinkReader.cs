using System.Globalization;
using System.Text.RegularExpressions;
using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Shoppers;

namespace Checkout.Web.Dialects.Link;

/// <summary>Why a payment link does not open. The page says it to the shopper in words; the merchant finds the parameter named.</summary>
public enum LinkFault { NotSigned, Lapsed, InvalidParameter, OtherPayment, Used, NoProvider }

/// <summary>A link that was read: an order, or what is wrong with it.</summary>
/// <param name="Parameter">The parameter that is wrong, when one is.</param>
public sealed record LinkReading(PaymentOrder? Order, LinkFault? Fault = null, string? Parameter = null);

/// <summary>Reads the parameters of a payment link whose signature has been checked. Each rule names its parameter.</summary>
public static partial class LinkReader
{
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromHours(24);

    private static readonly string[] Known =
        ["site", "reference", "amount", "currency", "return", "customer", "description", "language", "capture", "save", "expires", LinkSignature.Name];

    public static LinkReading Read(IReadOnlyDictionary<string, string> given, Merchant merchant, DateTimeOffset now)
    {
        string? Text(string name) => given.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

        if (given.Keys.FirstOrDefault(k => !Known.Contains(k)) is { } unknown) return Wrong(unknown);
        if (Text("reference") is not { } reference || !Word().IsMatch(reference)) return Wrong("reference");
        if (Text("amount") is not { } amountText || !TryAmount(amountText, out var minor)) return Wrong("amount");
        if (!Currency.TryFind(Text("currency"), out var currency) || !merchant.Takes(currency)) return Wrong("currency");
        if (!merchant.Takes(new Amount(minor, currency))) return Wrong("amount");
        if (!ReturnUrl.TryRead(Text("return"), merchant, out var back)) return Wrong("return");
        if (Text("customer") is { } customer && !Word().IsMatch(customer)) return Wrong("customer");
        if (Text("description") is { Length: > 500 }) return Wrong("description");
        if (Text("language") is { } language && !LanguageTag().IsMatch(language)) return Wrong("language");
        if (!TryFlag(Text("capture"), missing: true, out var capture)) return Wrong("capture");
        if (!TryFlag(Text("save"), missing: false, out var save)) return Wrong("save");
        if (!TryLifetime(Text("expires"), now, out var lifetime)) return Wrong("expires");
        if (lifetime <= TimeSpan.Zero) return new LinkReading(null, LinkFault.Lapsed, "expires");

        return new LinkReading(new PaymentOrder
        {
            Merchant = merchant,
            Dialect = Dialect.Link,
            IsTest = merchant.IsSandbox,
            Reference = reference,
            Amount = new Amount(minor, currency),
            CaptureNow = capture,
            ThreeDSecure = merchant.Settings.ThreeDSecure,
            KeepCard = save,
            Shopper = Text("customer"),
            ReturnUrl = back.Text,
            LinkLifetime = lifetime,
            Details = new PaymentDetails
            {
                Description = Text("description"),
                Language = Text("language"),
                Shopper = Text("customer") is { } name ? new ShopperDetails(Reference: name) : null,
            },
        });
    }

    private static LinkReading Wrong(string parameter) => new(null, LinkFault.InvalidParameter, parameter);

    private static bool TryAmount(string text, out long minor) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out minor) && minor is > 0 and <= Amount.LargestMinor;

    private static bool TryFlag(string? text, bool missing, out bool flag)
    {
        flag = text is null ? missing : text == "1";
        return text is null or "0" or "1";
    }

    private static bool TryLifetime(string? text, DateTimeOffset now, out TimeSpan lifetime)
    {
        lifetime = UsualLifetime;
        if (text is null) return true;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()) return false;
        var wished = DateTimeOffset.FromUnixTimeSeconds(seconds) - now;
        lifetime = wished < LongestLifetime ? wished : LongestLifetime;
        return true;
    }

    [GeneratedRegex("^[0-9a-zA-Z_-]{1,50}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("^[a-zA-Z]{2,3}(-[a-zA-Z]{2,4})*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
