using System.Net;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Web.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Tests.Server.BadInput;

/// <summary>Pages asked by a method they have nothing for.</summary>
public sealed class PageMethodTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    public static TheoryData<string, string> Wrong
    {
        get
        {
            string[] readOnly = ["/pay", "/pay/x/bank", "/pay/x/back", "/pay/x/wait", "/demo/back", "/demo/go"];
            string[] pages = [.. readOnly, "/pay/x", "/v1/Payments/FillCardDetails", "/hpp/x", "/hpp", "/redirect/hpp", "/return/x", "/complete-auth", "/sandbox/bank/x", "/demo"];
            var all = new TheoryData<string, string>();
            foreach (var page in pages)
            {
                foreach (var method in new[] { "PUT", "DELETE", "PATCH", "OPTIONS" }) all.Add(method, page);
            }

            foreach (var page in readOnly) all.Add("POST", page);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_page_refuses_a_method_it_has_nothing_for(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await server.Checkout.Http.SendAsync(request);
        var answer = await Answer.OfAsync(response);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, ""), (answer.Status, answer.Body));
        Assert.StartsWith("GET, HEAD", answer.Headers["Allow"], StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task The_head_of_a_signed_link_opens_nothing()
    {
        var reference = Orders.NewReference("head");
        using var response = await server.Checkout.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, SignedLink.Of(reference).Path));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null(await server.Checkout.Services.GetRequiredService<IPaymentStore>().FindByReferenceAsync(SandboxMerchant.Site, Dialect.Link, isTest: true, reference));
    }

    [Theory]
    [InlineData("/demo", HttpStatusCode.OK)]
    [InlineData("/pay/x", HttpStatusCode.NotFound)]
    public async Task The_head_of_a_page_can_be_asked_for(string path, HttpStatusCode status)
    {
        using var response = await server.Checkout.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.Equal(status, response.StatusCode);
    }
}
