using System.Globalization;
using Checkout.Core.Cards;
using Checkout.Core.Desk;
using Checkout.Core.Payments;
using Checkout.Web.Hosting.Headers;
using Checkout.Web.Pages.Pay.Form;
using Checkout.Web.Pages.Pay.Wishes;
using Checkout.Web.Pages.Pay.Words;

namespace Checkout.Web.Pages.Pay;

/// <summary>Finds the payment behind a link. Unknown, tampered and long ended links are all the same null.</summary>
public sealed class Visits(CheckoutDesk desk, TimeProvider clock)
{
    private static readonly TimeSpan ResultIsShown = TimeSpan.FromDays(30);

    /// <summary>By any form of the link: ours with 32 hex digits in the path, Smart2Pay's PaymentToken, or a name Cardgate gives.</summary>
    public ValueTask<Visit?> FindAsync(HttpContext http) => PageAddress.FormOf(http.Request) switch
    {
        LinkForm.Word => FindAsync(http, http.Request.RouteValues["key"] as string),
        LinkForm.PaymentToken => FindByPaymentTokenAsync(http, http.Request.Query["PaymentToken"].ToString()),
        LinkForm.PublicId => FindByPublicIdAsync(http),
    };

    private async ValueTask<Visit?> FindByPublicIdAsync(HttpContext http) =>
        PageAddress.PublicIdOf(http.Request) is var (id, hidesCards) && await desk.FindByPublicIdAsync(id, hidesCards) is { } turn ? Of(http, turn) : null;

    private async ValueTask<Visit?> FindAsync(HttpContext http, string? link) =>
        link is { Length: 32 } && await desk.FindAsync(link) is { } turn ? Of(http, turn) : null;

    /// <summary>Payment, site and our 32 hex digits, which must name the same payment.</summary>
    private async ValueTask<Visit?> FindByPaymentTokenAsync(HttpContext http, string token)
    {
        var parts = token.Split('.', 4);
        if (parts.Length != 3 || await FindAsync(http, parts[2]) is not { } visit) return null;
        return IsNumber(parts[0], visit.Payment.Number) && IsNumber(parts[1], visit.Payment.Merchant) ? visit : null;
    }

    /// <summary>A visit to a payment that the desk just handed out; null when its result is no longer shown.</summary>
    public Visit? Of(HttpContext http, Turn turn)
    {
        var now = clock.GetUtcNow();
        var seen = PageGate.Seen(turn.Payment, now);
        if (PaymentMoves.IsOverForShopper(seen) && now - turn.Payment.Changed > ResultIsShown) return null;

        var languages = Languages.Among(TurnWishes.Of(turn).Languages);
        var picked = PickedLanguage.In(http.Request, languages);
        var texts = Languages.Choose(picked, turn.Payment.Details.Language, http.Request.Headers.AcceptLanguage, languages);
        var origins = turn.Merchant.Settings.FrameOrigins;
        var visit = new Visit(turn, seen, CardDay.At(now), texts, new PayPath(http.Request.PathBase, turn.Link, picked))
        {
            Languages = languages,
            Parents = IsAlone(http.Request) ? [] : origins,
        };
        http.Features.Set(new PagePermits { FrameOrigins = origins, StyleHash = visit.Style?.Hash });
        return visit;
    }

    /// <summary>The page has a window of its own. A browser that does not say may have it in a frame, and then nothing relies on either.</summary>
    private static bool IsAlone(HttpRequest request) => request.Headers["Sec-Fetch-Dest"] == "document";

    private static bool IsNumber(string text, long number) => text == number.ToString(CultureInfo.InvariantCulture);
}
