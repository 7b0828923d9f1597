using Checkout.Core.Shoppers;
using Checkout.Web.Hosting;

namespace Checkout.Web.Pages.Pay.Form;

/// <summary>
/// What is known of the browser that sent the card form: what its request says by itself, and what the page's script filled in, where one
/// runs. Anybody can post anything there, so the script's part counts for nothing but being passed on (Cardgate §11.2).
/// </summary>
internal static class BrowserReading
{
    public static BrowserFacts Of(HttpRequest request, PostedForm form)
    {
        var said = new BrowserFacts
        {
            Accept = request.Headers.Accept.ToString(),
            UserAgent = request.Headers.UserAgent.ToString(),
            Language = First(request.Headers.AcceptLanguage.ToString()),
            Address = ShopperAddress.Of(request.HttpContext),
            Channel = DeviceChannel.Browser,
            ColorDepth = Number(form, Fields.ColorDepth),
            ScreenWidth = Number(form, Fields.ScreenWidth),
            ScreenHeight = Number(form, Fields.ScreenHeight),
            WindowWidth = Number(form, Fields.WindowWidth),
            WindowHeight = Number(form, Fields.WindowHeight),
            TimeZone = Number(form, Fields.TimeZone),
            JavaEnabled = Flag(form, Fields.Java),
        };
        // Every script sees a screen.
        return said with { ScriptEnabled = said.ScreenWidth is not null };
    }

    /// <summary>The language that is wanted most.</summary>
    private static string First(string accepted) => accepted.Split(',')[0].Split(';')[0].Trim();

    private static int? Number(PostedForm form, string name) => BrowserFacts.Number(form.Text(name));

    private static bool? Flag(PostedForm form, string name) => form.Text(name) switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };
}
