using System.Text;
using Checkout.Web.Dialects.Link;

namespace Checkout.Tests.Dialects.Link;

public sealed class LinkSignatureTests
{
    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["site"] = "1010",
        ["reference"] = "LINK-7",
        ["amount"] = "2599",
        ["currency"] = "EUR",
        ["return"] = "https://shop.example/back?o=7",
        ["customer"] = "shopper-7",
        ["save"] = "1",
        ["expires"] = "1893456000",
    };

    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("sandbox-link-secret");

    [Fact]
    public void Is_the_published_one() =>
        Assert.Equal("62a902c2e5930df9a2368d9aefe72a5f39eb1d0b97319fc691165a6276afbddc", LinkSignature.Of(Parameters, Secret));

    [Fact]
    public void Covers_every_parameter_and_not_itself()
    {
        var signature = LinkSignature.Of(Parameters, Secret);
        Assert.True(LinkSignature.Fits(signature, Parameters.Append(new(LinkSignature.Name, "anything")), Secret));
        foreach (var name in Parameters.Keys)
        {
            Assert.False(LinkSignature.Fits(signature, Parameters.Where(p => p.Key != name), Secret));
            Assert.False(LinkSignature.Fits(signature, Parameters.Select(p => p.Key == name ? new(name, p.Value + "0") : p), Secret));
        }

        Assert.False(LinkSignature.Fits(signature, Parameters.Append(new("extra", "1")), Secret));
        Assert.False(LinkSignature.Fits(signature, Parameters, Encoding.UTF8.GetBytes("another secret")));
        Assert.False(LinkSignature.Fits("", Parameters, Secret));
    }
}
