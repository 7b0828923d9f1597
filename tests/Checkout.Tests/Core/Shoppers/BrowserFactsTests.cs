using Checkout.Core.Shoppers;

namespace Checkout.Tests.Core.Shoppers;

/// <summary>Only what is well formed is known of a browser, whoever said it.</summary>
public sealed class BrowserFactsTests
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Theory]
    [InlineData(Firefox, Firefox)]
    [InlineData("  curl/8.14  ", "curl/8.14")]
    [InlineData("***", null)]
    [InlineData("", null)]
    [InlineData(" ", null)]
    [InlineData("a\nb", null)]
    [InlineData("a\0b", null)]
    [InlineData("Brăila/1.0", null)]
    [InlineData("Shop/4111 1111 1111 1111", null)]
    [InlineData(null, null)]
    public void A_user_agent_is_a_line(string? said, string? known) => Assert.Equal(known, new BrowserFacts { UserAgent = said }.UserAgent);

    [Theory]
    [InlineData("text/html,*/*;q=0.8", "text/html,*/*;q=0.8")]
    [InlineData("*/*", "*/*")]
    [InlineData("***", null)]
    [InlineData("7", null)]
    [InlineData("text/html\u0007", null)]
    public void What_it_accepts_are_kinds_of_documents(string? said, string? known) => Assert.Equal(known, new BrowserFacts { Accept = said }.Accept);

    [Theory]
    [InlineData("en", "en")]
    [InlineData("ro-RO", "ro-RO")]
    [InlineData("zh-Hant-TW", "zh-Hant-TW")]
    [InlineData("*", null)]
    [InlineData("***", null)]
    [InlineData("5", null)]
    [InlineData("en_US", null)]
    [InlineData("en-", null)]
    [InlineData("english-and-what-else-there-is-to-be-read", null)]
    [InlineData("veryverylong", null)]
    [InlineData(Firefox, null)]
    public void A_language_is_a_tag(string? said, string? known) => Assert.Equal(known, new BrowserFacts { Language = said }.Language);

    [Theory]
    [InlineData("1920", 1920)]
    [InlineData(" 1 ", 1)]
    [InlineData("65535", 65535)]
    [InlineData("65536", null)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("1920.5", null)]
    [InlineData("1e3", null)]
    [InlineData("1,920", null)]
    [InlineData("0x780", null)]
    [InlineData("١٩٢٠", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("wide", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_side_is_a_number_of_pixels(string? said, int? known)
    {
        var side = BrowserFacts.Number(said);
        var facts = new BrowserFacts { ScreenWidth = side, ScreenHeight = side, WindowWidth = side, WindowHeight = side };
        Assert.Equal((known, known, known, known), (facts.ScreenWidth, facts.ScreenHeight, facts.WindowWidth, facts.WindowHeight));
    }

    [Theory]
    [InlineData("-120", -120)]
    [InlineData("0", 0)]
    [InlineData("+300", 300)]
    [InlineData("-840", -840)]
    [InlineData("-841", null)]
    [InlineData("841", null)]
    [InlineData("Europe/Bucharest", null)]
    [InlineData(Firefox, null)]
    [InlineData("***", null)]
    public void A_time_zone_is_some_minutes(string said, int? known) => Assert.Equal(known, new BrowserFacts { TimeZone = BrowserFacts.Number(said) }.TimeZone);

    [Theory]
    [InlineData("24", 24)]
    [InlineData("30", 30)]
    [InlineData("0", null)]
    [InlineData("65", null)]
    [InlineData("24bit", null)]
    public void A_color_has_some_bits(string said, int? known) => Assert.Equal(known, new BrowserFacts { ColorDepth = BrowserFacts.Number(said) }.ColorDepth);

    [Theory]
    [InlineData("02", DeviceChannel.Browser)]
    [InlineData("1", DeviceChannel.App)]
    [InlineData("0", null)]
    [InlineData("4", null)]
    [InlineData("browser", null)]
    public void A_channel_is_one_of_three(string said, DeviceChannel? known) => Assert.Equal(known, new BrowserFacts { Channel = (DeviceChannel?)BrowserFacts.Number(said) }.Channel);

    [Theory]
    [InlineData(BrowserFacts.LongestText, true)]
    [InlineData(BrowserFacts.LongestText + 1, false)]
    public void What_is_too_long_is_unknown(int length, bool isKnown)
    {
        var facts = new BrowserFacts { UserAgent = new string('a', length), Accept = "*/".PadRight(length, '*') };
        Assert.Equal((isKnown, isKnown), (facts.UserAgent is not null, facts.Accept is not null));
    }

    [Fact]
    public void Rubbish_alone_is_nothing() =>
        Assert.Equal(BrowserFacts.None, new BrowserFacts { Accept = "***", UserAgent = "***", Language = "***", Address = "***", Channel = (DeviceChannel)7, ColorDepth = 0, ScreenWidth = -1, TimeZone = 99_999 });

    [Fact]
    public void They_do_not_print_themselves() => Assert.Equal("BrowserFacts", $"{new BrowserFacts { UserAgent = Firefox, Address = "192.0.2.7" }}");
}
