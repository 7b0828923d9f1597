using System.Globalization;
using Checkout.Core.Merchants;
using Checkout.Web.Hosting.Workers;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>What the fields of an invoice must look like.</summary>
public static class InvoiceRules
{
    public const string ReferenceWords = "must be a text of 1 to 255 characters, without control characters";
    public const string UrlWords = "must be an absolute https address without user info, of at most 2048 characters";

    public const string CallbackWords = "must be an absolute https address on port 443, 80 or 8443 without user info, of at most 2048 characters";

    public static bool IsReference(string text) => text.Length >= 1 && FieldChecks.IsText(text, 255) && !text.Contains('\t', StringComparison.Ordinal);

    public static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>An address our server posts to, by the rule of those who will post: what they would not call is refused here, where the merchant hears of it.</summary>
    public static bool IsCallback(string text, Merchant merchant) =>
        ReturnUrl.TryRead(text, merchant with { Settings = new() { HttpReturn = true } }, out var url) && url.IsWeb && GuardedTarget.MayCall(new Uri(text), merchant.IsSandbox);
}
