namespace Checkout.Web.Pages.Pay.Wishes;

/// <summary>The fonts a merchant may choose: those that devices have, because a page loads none. Each comes with one that is like it.</summary>
public static class PageFonts
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["system-ui"] = "system-ui,sans-serif",
        ["sans-serif"] = "sans-serif",
        ["serif"] = "serif",
        ["monospace"] = "monospace",
        ["Arial"] = "Arial,sans-serif",
        ["Helvetica"] = "Helvetica,Arial,sans-serif",
        ["Verdana"] = "Verdana,sans-serif",
        ["Tahoma"] = "Tahoma,sans-serif",
        ["Trebuchet MS"] = "Trebuchet MS,sans-serif",
        ["Roboto"] = "Roboto,sans-serif",
        ["Open Sans"] = "Open Sans,sans-serif",
        ["Noto Sans"] = "Noto Sans,sans-serif",
        ["Segoe UI"] = "Segoe UI,sans-serif",
        ["Georgia"] = "Georgia,serif",
        ["Times New Roman"] = "Times New Roman,serif",
        ["Courier New"] = "Courier New,monospace",
    };

    /// <summary>The first font of a list that we know, as a style sheet names it; null: none, and the page keeps its own.</summary>
    public static string? Find(string? family) =>
        family?.Split(',').Select(name => Known.GetValueOrDefault(name.Trim(' ', '\'', '"'))).FirstOrDefault(found => found is not null);
}
