using Checkout.Core.Merchants;

namespace Checkout.Tests.Core.Merchants;

public sealed class ReturnUrlTests
{
    private static readonly Merchant Live = new() { Id = 7, Name = "Live", Settings = new() { ReturnSchemes = ["myshop"] } };
    private static readonly Merchant Sandbox = Live with { IsSandbox = true };

    [Theory]
    [InlineData("https://shop.example/back")]
    [InlineData("https://shop.example:8443/back?o=7#top")]
    [InlineData("https://shop.example")]
    [InlineData("http://127.0.0.1:5000/back")]
    [InlineData("myshop://done")]
    [InlineData("myshop:done")]
    public void Takes_addresses_of_the_merchant(string text) => Assert.True(ReturnUrl.TryRead(text, Live, out _));

    [Theory]
    [InlineData("http://shop.example/back")]
    [InlineData("https://user@shop.example/")]
    [InlineData("https://user:pass@shop.example/")]
    [InlineData("https:shop.example")]
    [InlineData("https:/shop.example")]
    [InlineData("https:///shop.example")]
    [InlineData("https://")]
    [InlineData("//shop.example/")]
    [InlineData("/back")]
    [InlineData("shop.example/back")]
    [InlineData("https://shop.example\\@evil.example/")]
    [InlineData("https:\\\\shop.example")]
    [InlineData("https://shop.example/a b")]
    [InlineData(" https://shop.example/")]
    [InlineData("https://shop.example/\r\nSet-Cookie:x=1")]
    [InlineData("https://shop.example/\u0000")]
    [InlineData("https://shop.example/\u2028")]
    [InlineData("https://shop.example/\"onload=1")]
    [InlineData("https://shop.example/<script>")]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("vbscript:x")]
    [InlineData("blob:https://shop.example/1")]
    [InlineData("about:blank")]
    [InlineData("intent://x#Intent;end")]
    [InlineData("content://x")]
    [InlineData("ws://shop.example/")]
    [InlineData("other://done")]
    [InlineData("")]
    public void Refuses_everything_else(string text) => Assert.False(ReturnUrl.TryRead(text, Live, out _));

    [Fact]
    public void Refuses_what_is_too_long()
    {
        const string start = "https://shop.example/";
        Assert.True(ReturnUrl.TryRead(start + new string('a', ReturnUrl.LongestText - start.Length), Live, out _));
        Assert.False(ReturnUrl.TryRead(start + new string('a', ReturnUrl.LongestText - start.Length + 1), Live, out _));
    }

    [Fact]
    public void Takes_plain_http_in_the_sandbox_and_by_opt_in()
    {
        Assert.True(ReturnUrl.TryRead("http://demo.example/redirect.php", Sandbox, out _));
        Assert.True(ReturnUrl.TryRead("http://demo.example/redirect.php", Live with { Settings = new() { HttpReturn = true } }, out _));
    }

    [Fact]
    public void Keeps_to_the_merchants_hosts()
    {
        var merchant = Live with { Settings = new() { ReturnHosts = ["shop.example"] } };
        Assert.True(ReturnUrl.TryRead("https://SHOP.example/back", merchant, out _));
        Assert.False(ReturnUrl.TryRead("https://evil.example/back", merchant, out _));
        Assert.False(ReturnUrl.TryRead("https://shop.example.evil.example/back", merchant, out _));
    }

    [Theory]
    [InlineData("https://shop.example/back", "https://shop.example/back?data=2")]
    [InlineData("https://shop.example/back?o=7", "https://shop.example/back?o=7&data=2")]
    [InlineData("https://shop.example/back?", "https://shop.example/back?data=2")]
    [InlineData("https://shop.example/back?o=7&", "https://shop.example/back?o=7&data=2")]
    [InlineData("https://shop.example/back?o=7#top", "https://shop.example/back?o=7&data=2#top")]
    [InlineData("myshop://done", "myshop://done?data=2")]
    public void Adds_parameters_before_the_fragment(string text, string expected)
    {
        Assert.True(ReturnUrl.TryRead(text, Live, out var url));
        Assert.Equal(expected, url.With([new("data", "2")]));
    }
}
