using System.Globalization;
using Checkout.Core.Payments;
using Checkout.Web.Hosting;
using Checkout.Web.Pages.Pay.Form;

namespace Checkout.Web.Pages.Pay;

/// <summary>
/// Tells a form of ours from one that another site, an old page or a second tab sent. Whoever is refused sees the present state, never an error.
/// </summary>
public sealed class FormGuard(FormNonce nonce, PublicAddress address)
{
    public string Nonce(Payment payment, FormStep step) => nonce.Make(payment, step);

    public bool Accepts(HttpRequest request, PostedForm form, Payment payment, FormStep step) =>
        !IsForeign(request)
        && form.Text(Fields.Version) == payment.Version.ToString(CultureInfo.InvariantCulture)
        && nonce.Fits(form.Text(Fields.Nonce), payment, step);

    /// <summary>Whether the browser says that another site sent this. Our own no-referrer makes the origin "null", which says nothing.</summary>
    private bool IsForeign(HttpRequest request)
    {
        if (string.Equals(request.Headers["Sec-Fetch-Site"], "cross-site", StringComparison.OrdinalIgnoreCase)) return true;
        var origin = request.Headers.Origin.ToString();
        if (origin is "" or "null") return false;
        return !IsOrigin(address.Base, origin) && !IsOrigin($"{request.Scheme}://{request.Host}", origin);
    }

    private static bool IsOrigin(string address, string origin) =>
        Uri.TryCreate(address, UriKind.Absolute, out var ours) && Uri.TryCreate(origin, UriKind.Absolute, out var theirs)
        && ours.GetLeftPart(UriPartial.Authority).Equals(theirs.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
}
