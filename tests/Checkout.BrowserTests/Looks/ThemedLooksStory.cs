using System.Text.Json.Nodes;
using Checkout.BrowserTests.Browsers;
using Checkout.BrowserTests.Stories;

namespace Checkout.BrowserTests.Looks;

/// <summary>How a merchant may have its page look: still readable by anybody in light and dark, on a desktop, a phone and in the smallest frame.</summary>
[Collection(FirstHalf.Name)]
public sealed class ThemedLooksStory(World world) : CardgateStory(world)
{
    private static readonly Dictionary<string, string> Themes = new()
    {
        ["Plain"] = "{}",
        ["Dark"] = "{\"theme\":\"dark\"}",
        ["Light"] = "{\"theme\":\"light\"}",
        ["Green"] = "{\"theme_options\":{\"primary\":\"#0a7d4f\",\"merchant_name\":\"Gärtnerei Grün\",\"pay_button_label\":\"subscribe\",\"secondary\":\"#e2f2ea\"}}",
        ["Paper"] = "{\"theme_options\":{\"primary_background_color\":\"#fff8f0\",\"secondary_background_color\":\"#3a0a4f\",\"primary\":\"#ffcc00\",\"primary_text_color\":\"#201408\",\"font_family\":\"Georgia\"}}",
        // Everything at once as nobody could read it.
        ["Faint"] = "{\"theme_options\":{\"primary\":\"#eee\",\"on_primary_color\":\"#fff\",\"primary_text_color\":\"#bbb\",\"secondary_text_color\":\"#ddd\",\"primary_background_color\":\"#888\",\"danger_color\":\"#988\",\"success_color\":\"#898\"}}",
        ["Bare"] = "{\"theme_options\":{\"card_holder\":false,\"display\":{\"hide_header\":true,\"hide_footer\":true}}}",
    };

    public static TheoryData<string, string> All
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (var theme in Themes.Keys)
            {
                foreach (var language in new[] { "en", "ar" }) all.Add(theme, language);
            }

            return all;
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task It_looks_right(string theme, string language)
    {
        var invoice = await OpensInvoiceAsync(attributes =>
        {
            attributes["locale"] = language;
            attributes["gateway_options"] = new JsonObject { ["cardgate"] = JsonNode.Parse(Themes[theme]) };
            attributes.Remove("return_urls");
        });
        var shopper = Arrives(Device.Desktop);
        shopper.Foresees(422);
        shopper.Opens(invoice.Action);
        InAFrame(shopper, $"Themed{theme}-{language}");
        LooksStory.LooksRight(shopper, $"Themed{theme}-{language}");
        shopper.Pays();
        LooksStory.LooksRight(shopper, $"Themed{theme}Faulty-{language}");
        shopper.Types("card-number", Approved);
        shopper.Types("card-expiry", Cards.Expiry);
        shopper.TypesCode("123");
        if (shopper.Has("card-holder")) shopper.Types("card-holder", "Ada Shopper");
        shopper.Pays();
        shopper.Sees("result");
        LooksStory.LooksRight(shopper, $"Themed{theme}Result-{language}");
    }

    /// <summary>What is seen at first in a frame of the smallest size and of the one in the dialect's samples.</summary>
    private static void InAFrame(Shopper shopper, string name)
    {
        foreach (var size in new[] { (320, 480), (375, 600) })
        {
            shopper.Resizes(size, phone: false);
            Pictures.Take(shopper.Driver, $"{name}-{size.Item1}");
        }
    }
}
