using System.Diagnostics.CodeAnalysis;

namespace Checkout.Core.Merchants;

/// <summary>
/// Where the shopper goes back to (WEB-11): absolute; https, or http where the merchant may use it, or a custom scheme registered for
/// the merchant; no user info, no control characters, backslashes or spaces; at most 2,048 characters.
/// </summary>
public sealed class ReturnUrl
{
    public const int LongestText = 2048;

    /// <summary>Schemes that run something or read something when a browser opens them. No merchant can register these.</summary>
    public static readonly IReadOnlySet<string> Forbidden = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "javascript", "data", "file", "vbscript", "blob", "about", "intent", "content", "ws", "wss", "ftp", "filesystem", "view-source", "chrome", "resource", "mailto", "tel", "sms",
    };

    private ReturnUrl(string text, bool isWeb) => (Text, IsWeb) = (text, isWeb);

    public string Text { get; }

    /// <summary>Whether it is http or https; other schemes open an app and may need a tap.</summary>
    public bool IsWeb { get; }

    /// <summary>Reads a ReturnURL for this merchant. The same check runs at creation and again before each redirect.</summary>
    public static bool TryRead(string? text, Merchant merchant, [NotNullWhen(true)] out ReturnUrl? url)
    {
        url = null;
        if (string.IsNullOrEmpty(text) || text.Length > LongestText || text.Any(IsUnsafe)) return false;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0) return false;
        if (!text.StartsWith(uri.Scheme + ":", StringComparison.OrdinalIgnoreCase) || Forbidden.Contains(uri.Scheme)) return false;

        var isWeb = uri.Scheme is "http" or "https";
        if (isWeb ? !MayUse(uri, text, merchant) : !merchant.Settings.ReturnSchemes.Contains(uri.Scheme, StringComparer.OrdinalIgnoreCase)) return false;
        url = new ReturnUrl(text, isWeb);
        return true;
    }

    /// <summary>Whether a merchant may register this word as a scheme of its own.</summary>
    public static bool IsScheme(string word) =>
        Uri.CheckSchemeName(word) && !Forbidden.Contains(word) && word is not ("http" or "https");

    /// <summary>The address with parameters added after its own query and before its fragment.</summary>
    public string With(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var hash = Text.IndexOf('#', StringComparison.Ordinal);
        var (address, fragment) = hash < 0 ? (Text, "") : (Text[..hash], Text[hash..]);
        var added = string.Join('&', parameters.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));
        var joint = !address.Contains('?', StringComparison.Ordinal) ? "?" : address[^1] is '?' or '&' ? "" : "&";
        return address + joint + added + fragment;
    }

    private static bool IsUnsafe(char c) => c <= ' ' || c == '\\' || c is >= '\u007f' and <= '\u009f' || char.IsWhiteSpace(c) || char.IsSurrogate(c) || c is '<' or '>' or '"' or '`';

    private static bool MayUse(Uri uri, string text, Merchant merchant)
    {
        // System.Uri forgives "https:host" and "https:///host"; a browser reads them elsewhere.
        if (!text.StartsWith(uri.Scheme + "://", StringComparison.OrdinalIgnoreCase) || text.Length == uri.Scheme.Length + 3 || text[uri.Scheme.Length + 3] == '/') return false;
        if (uri.Scheme == "http" && !merchant.IsSandbox && !merchant.Settings.HttpReturn && !uri.IsLoopback) return false;
        return uri.Host.Length > 0 && (merchant.Settings.ReturnHosts.Count == 0 || merchant.Settings.ReturnHosts.Contains(uri.IdnHost, StringComparer.OrdinalIgnoreCase));
    }
}
