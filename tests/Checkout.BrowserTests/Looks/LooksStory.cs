using System.Globalization;
using Checkout.BrowserTests.Browsers;

namespace Checkout.BrowserTests.Looks;

/// <summary>Every state of every page: readable by anybody, in light and dark, on a phone and down to 320 pixels; with pictures to look at.</summary>
public abstract class LooksStory(World world) : StatesStory(world)
{
    /// <summary>The bank and the demo shop speak English only.</summary>
    private static readonly PageState[] EnglishOnly = [PageState.Bank, PageState.BankIsOver, PageState.Demo, PageState.DemoThanks];

    protected async Task LooksRightAsync(PageState state, string language)
    {
        var shopper = Arrives(Device.Desktop);
        await ReachesAsync(state, shopper, language);
        LooksRight(shopper, $"{state}-{language}");
    }

    /// <summary>The page the shopper is at.</summary>
    internal static void LooksRight(Shopper shopper, string name)
    {
        IsAccessible(shopper, name + "-desktop-dark", (1280, 900), dark: true);
        Take(shopper, name + "-desktop", (1280, 900));
        IsAccessible(shopper, name + "-phone", (390, 844), dark: false);
        HasNoSidewaysScroll(shopper);
    }

    protected static TheoryData<PageState> StatesIn(string language) => [.. Enum.GetValues<PageState>().Where(state => language == "en" || !EnglishOnly.Contains(state))];

    private static void IsAccessible(Shopper shopper, string name, (int, int) screen, bool dark)
    {
        shopper.Prefers(dark);
        Take(shopper, name, screen);
        var violations = Axe.Violations(shopper.Driver);
        Assert.True(violations.Count == 0, name + "\n" + string.Join('\n', violations));
        shopper.Prefers(dark: false);
    }

    /// <summary>Takes a picture of the whole page, below the fold too.</summary>
    private static void Take(Shopper shopper, string name, (int Width, int Height) screen)
    {
        shopper.Resizes(screen, phone: false);
        shopper.Resizes((screen.Width, Math.Max(screen.Height, Measure(shopper, "scrollHeight"))), phone: false);
        Pictures.Take(shopper.Driver, name);
        shopper.Resizes(screen, phone: false);
    }

    private static void HasNoSidewaysScroll(Shopper shopper)
    {
        shopper.Resizes((320, 640), phone: false);
        var width = Measure(shopper, "scrollWidth");
        Assert.True(width <= 320, $"At 320 pixels the page is {width} wide.");
    }

    private static int Measure(Shopper shopper, string size) =>
        Convert.ToInt32(shopper.Driver.ExecuteScript($"return document.documentElement.{size}"), CultureInfo.InvariantCulture);
}

[Collection(FirstHalf.Name)]
public sealed class LooksInEnglish(World world) : LooksStory(world)
{
    public static TheoryData<PageState> States => StatesIn("en");

    [Theory, MemberData(nameof(States))]
    public Task It_looks_right(PageState state) => LooksRightAsync(state, "en");
}

[Collection(SecondHalf.Name)]
public sealed class LooksInArabic(World world) : LooksStory(world)
{
    public static TheoryData<PageState> States => StatesIn("ar");

    [Theory, MemberData(nameof(States))]
    public Task It_looks_right(PageState state) => LooksRightAsync(state, "ar");
}
