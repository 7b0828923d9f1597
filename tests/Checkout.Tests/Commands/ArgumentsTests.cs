using Checkout.Web.Commands;

namespace Checkout.Tests.Commands;

public sealed class ArgumentsTests
{
    [Theory]
    [InlineData("--DataDirectory", "/x")]
    [InlineData("--DataDirectory=/x")]
    public void A_setting_is_typed_with_an_equals_sign_or_without(params string[] words)
    {
        var args = new Arguments(["--site", "7", .. words], ["site"]);
        Assert.Equal(7, args.NeededNumber("site"));
        Assert.Equal(["--DataDirectory=/x"], args.Settings);
    }

    [Theory]
    [InlineData("PublicUrl")]
    [InlineData("Sandbox:Enabled")]
    [InlineData("vault:certificatePath")]
    [InlineData("Smart2Pay:MaskLabels:411111")]
    [InlineData("urls")]
    [InlineData("environment")]
    public void Every_known_setting_may_stand_apart_from_its_value(string name) =>
        Assert.Equal([$"--{name}=word"], new Arguments([$"--{name}", "word"], []).Settings);

    [Fact]
    public void An_option_is_typed_with_an_equals_sign_too() => Assert.Equal("7", new Arguments(["--site=7"], ["site"]).Text("site"));

    [Fact]
    public void A_list_takes_words_until_the_next_option()
    {
        var args = new Arguments(["--currency", "EUR", "USD", "--DataDirectory", "/x"], ["currency"], list: "currency");
        Assert.Equal("EUR,USD", args.Text("currency"));
        Assert.Equal(["--DataDirectory=/x"], args.Settings);
    }

    [Theory]
    [InlineData("--site needs a value, and \"--name\" looks like an option.", "--site", "--name", "Shop")]
    [InlineData("--DataDirectory needs a value, and \"--site\" looks like an option.", "--DataDirectory", "--site", "7")]
    [InlineData("--site needs a value after it.", "--site")]
    [InlineData("\"--DataDirectry=/x\" is not understood here. Options are: --site, --name.", "--DataDirectry=/x")]
    [InlineData("\"word\" is not understood here. Options are: --site, --name.", "word")]
    public void What_cannot_be_meant_is_refused(string sentence, params string[] words) =>
        Assert.Equal(sentence, Assert.Throws<CommandRefusedException>(() => new Arguments(words, ["site", "name"])).Message);
}
