namespace Checkout.Web.Pages.Pay;

/// <summary>The forms in which a link to the card page is handed out.</summary>
public enum LinkForm
{
    /// <summary><c>/pay/</c> with 32 hex digits, where forms always post to.</summary>
    Word,

    /// <summary>Smart2Pay's: <c>/v1/Payments/FillCardDetails?PaymentToken=…</c>.</summary>
    PaymentToken,

    /// <summary>Cardgate's: <c>/hpp/cgi_…</c>, <c>/hpp/cpi_…</c>.</summary>
    PublicId,
}

/// <summary>Reads which payment an address of the card page means. The page itself does not look at it.</summary>
public static class PageAddress
{
    /// <summary>Other addresses of the page than its own.</summary>
    public static readonly string[] Others = ["/v1/Payments/FillCardDetails", "/hpp/{id}"];

    private const int PrefixLength = 4;
    private const int IdLength = PrefixLength + 16;

    // A session shows the shopper's remembered cards; the name of the invoice travels further and never does.
    private const string Session = "cgi_";
    private const string Invoice = "cpi_";

    public static LinkForm FormOf(HttpRequest request) => request.RouteValues.ContainsKey("key") ? LinkForm.Word
        : request.RouteValues.ContainsKey("id") ? LinkForm.PublicId
        : LinkForm.PaymentToken;

    /// <summary>The name in the address, and whether its page hides remembered cards; null when it cannot be one.</summary>
    public static (string Id, bool HidesCards)? PublicIdOf(HttpRequest request)
    {
        if (request.RouteValues["id"] is not string id) return null;
        if (IsInvoice(id)) return (id, true);
        return IsName(id, Session) ? (id, false) : null;
    }

    /// <summary>Whether it looks like the name of an invoice, which opens a page without remembered cards.</summary>
    public static bool IsInvoice(string id) => IsName(id, Invoice);

    private static bool IsName(string id, string prefix) => id.Length == IdLength && id.StartsWith(prefix, StringComparison.Ordinal) && id.AsSpan(PrefixLength).ContainsOnlyAlphanumerics();

    private static bool ContainsOnlyAlphanumerics(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c)) return false;
        }

        return true;
    }
}
