namespace Checkout.Web.Pages.Pay.Form;

/// <summary>Names (and ids) of what the page posts. Tests and password managers rely on them: never rename.</summary>
public static class Fields
{
    public const string CardNumber = "card-number";
    public const string Expiry = "card-expiry";
    public const string Holder = "card-holder";
    public const string SecurityCode = "security-code";
    public const string SaveCard = "save-card";
    public const string SavedCard = "saved-card";
    public const string OtherCard = "other-card";
    public const string Email = "email";
    public const string Document = "document";
    public const string Country = "country";

    // Hidden, and filled in by the script alone.
    public const string ScreenWidth = "screen-width";
    public const string ScreenHeight = "screen-height";
    public const string WindowWidth = "window-width";
    public const string WindowHeight = "window-height";
    public const string ColorDepth = "color-depth";
    public const string TimeZone = "time-zone";
    public const string Java = "java";

    public const string Pay = "pay";
    public const string Cancel = "cancel";
    public const string UseOtherCard = "use-other-card";
    public const string RemoveCard = "remove-card";

    public const string Nonce = "nonce";
    public const string Version = "version";
}
