using Checkout.Web.Demo;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Web.Pages.Demo;

/// <summary>What the shop's pages share: the shopper, known by a cookie of the shop (never of the card page).</summary>
public abstract class DemoPage(IServiceProvider services) : PageModel
{
    private const string Cookie = "demo-shopper";

    protected DemoShop? Shop { get; } = services.GetService<DemoShop>();

    protected string Shopper()
    {
        if (Request.Cookies[Cookie] is { Length: > 5 and < 40 } known && known.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) return known;
        var shopper = Shop!.NewShopper();
        Response.Cookies.Append(Cookie, shopper, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, MaxAge = TimeSpan.FromDays(30), Path = "/demo" });
        return shopper;
    }
}
