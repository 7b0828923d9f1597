using System.Text.Json.Nodes;
using Checkout.Core.Storage;
using Checkout.Web.Dialects;
using Checkout.Web.Dialects.Smart2Pay;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkout.Tests.Dialects.Smart2Pay;

/// <summary>When something of ours breaks, the caller hears so in the shape of the resource that was asked for.</summary>
public sealed class DoorwayTests
{
    [Theory]
    [InlineData("/v1/payments", "Payment")]
    [InlineData("/v1/payments/7/capture", "Payment")]
    [InlineData("/v1/payments/7/refunds", "Refund")]
    [InlineData("/v1/payouts", "Payout")]
    [InlineData("/v1/payouts/7/status", "Payout")]
    [InlineData("/v1/card/authenticate", "CardAuthentication")]
    [InlineData("/v1/card/token/x/cancel", "CardAuthentication")]
    public async Task Trouble_has_the_shape_of_what_was_asked_for(string path, string root)
    {
        var lost = await AskAsync(path, new StoreUnavailableException("no business of a caller"));
        Assert.Equal((503, "2", root, 19), (lost.Response.StatusCode, (string?)lost.Response.Headers.RetryAfter, Root(lost).Key, Code(lost)));

        var broken = await AskAsync(path, new InvalidOperationException("no business of a caller"));
        Assert.Equal((500, "", root, ReturnCode.GenericError.Code), (broken.Response.StatusCode, broken.Response.Headers.RetryAfter.ToString(), Root(broken).Key, Code(broken)));
    }

    private static KeyValuePair<string, JsonNode?> Root(HttpContext http)
    {
        var body = ((MemoryStream)http.Response.Body).ToArray();
        Assert.DoesNotContain("no business", System.Text.Encoding.UTF8.GetString(body), StringComparison.Ordinal);
        return JsonNode.Parse(body)!.AsObject().Single();
    }

    private static int Code(HttpContext http) => (int)Root(http).Value!["Status"]!["Reasons"]!.AsArray().Single()!["Code"]!;

    private static async Task<HttpContext> AskAsync(string path, Exception trouble)
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() }, Request = { Path = path } };
        http.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new ControllerActionDescriptor()), null));
        await new Smart2PayDoorway(_ => throw trouble, new RouteMethods(new DefaultEndpointDataSource()), NullLogger<Smart2PayDoorway>.Instance).InvokeAsync(http);
        return http;
    }
}
