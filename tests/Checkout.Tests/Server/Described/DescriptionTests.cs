using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Checkout.Tests.Server.Described;

/// <summary>The server does what its document says, operation by operation.</summary>
public sealed class DescriptionTests(DescribedServer server) : IClassFixture<DescribedServer>
{
    [Fact]
    public void The_document_is_valid()
    {
        var read = OpenApiDocument.Parse(server.Document.ToJsonString());
        Assert.Empty(read.Diagnostic!.Errors.Concat(read.Diagnostic.Warnings).Select(error => error.ToString()));
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        Assert.Equal(server.Checkout.Address.TrimEnd('/'), read.Document!.Servers!.Single().Url);
    }

    [Fact]
    public async Task The_document_and_the_page_may_be_kept_and_carry_no_cookie()
    {
        foreach (var path in new[] { "/openapi/smart2pay.json", "/docs" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            using var response = await server.Checkout.Http.SendAsync(request);
            Assert.Equal("public, max-age=300", response.Headers.CacheControl!.ToString());
            Assert.False(response.Headers.Contains("Set-Cookie"));
        }

        Assert.Equal(404, (int)(await server.Checkout.Http.GetAsync("/openapi/nothing.json")).StatusCode);
    }

    [Fact]
    public void Every_route_is_described_and_nothing_else()
    {
        var routes = from endpoint in server.Checkout.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                     let action = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()
                     where action?.ControllerTypeInfo.Namespace!.Contains(".Dialects.Smart2Pay", StringComparison.Ordinal) == true
                     from method in endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
                     select $"{method} /{Regex.Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), @":\w+", "")}";
        Assert.Equal(routes.Append("GET /v1/Payments/FillCardDetails").Order(), server.Operations.Select(operation => $"{operation.Method} {operation.Path}").Order());
        Assert.Equal(server.Operations.Count, server.Operations.Select(operation => operation.Id).Distinct().Count());
    }

    [Fact]
    public async Task Every_example_works_and_is_answered_as_said()
    {
        foreach (var operation in server.Operations)
        {
            Assert.NotEmpty(operation.Calls);
            foreach (var call in operation.Calls)
            {
                var answer = await server.CallAsync(operation, (string)call["example"]!);
                Assert.True((int)call["status"]! == (int)answer.Status, $"{operation.Id}: {answer}");
                server.LooksAsSaid(operation, answer);
            }
        }
    }

    [Theory]
    [InlineData("createPayment", "card", "Customer.Email", "deny@deny.com", 400)]
    [InlineData("createPayment", "card", "Card.Number", Orders.Declined, 400)]
    [InlineData("createPayment", "card", "Card.Number", Orders.Unanswered, 201)]
    [InlineData("createPayment", "captured", "Amount", 10002, 201)]
    [InlineData("createPayment", "hosted", "3DSecure", true, 201)]
    [InlineData("createPayment", "oneclick", "CreditCardToken.Value", "0F1E2D3C4B5A69788796A5B4C3D2E1F0", 400)]
    [InlineData("createRefund", "part", "Amount", 2600, 400)]
    [InlineData("createPayout", "card", "Amount", 10001, 400)]
    [InlineData("createPayout", "token", "CreditCardToken.Value", "0F1E2D3C4B5A69788796A5B4C3D2E1F0", 400)]
    [InlineData("authenticateCard", "card", "Card.Number", Orders.Declined, 400)]
    public async Task Rarer_answers_look_as_said_too(string id, string example, string field, object value, int status)
    {
        var operation = server.Find(id);
        var answer = await server.CallAsync(operation, example, order => order.With(field, JsonSerializer.SerializeToNode(value)));
        Assert.True(status == (int)answer.Status, answer.ToString());
        server.LooksAsSaid(operation, answer);
    }

    [Theory]
    [InlineData("createPayment", "card", "ShippingAddress", "Installments", "ClientIP", "SkinID")]
    [InlineData("createPayout", "card")]
    [InlineData("authenticateCard", "card")]
    public async Task An_answer_with_everything_that_can_be_sent_looks_as_said(string id, string example, params string[] more)
    {
        var operation = server.Find(id);
        var address = new JsonObject { ["Country"] = "RO", ["City"] = "Iași", ["ZipCode"] = "700", ["State"] = "IS", ["Street"] = "Lungă", ["StreetNumber"] = "1", ["HouseNumber"] = "2", ["HouseExtension"] = "A" };
        var all = new Dictionary<string, JsonNode?> { ["ShippingAddress"] = address.DeepClone(), ["Installments"] = 3, ["ClientIP"] = "10.0.0.1", ["SkinID"] = "7" };
        var answer = await server.CallAsync(operation, example, order =>
        {
            order.With("Customer.DateOfBirth", "19800131").With("Customer.Gender", "1").With("Customer.MerchantCustomerID", "shopper-7").With("BillingAddress", address);
            foreach (var field in more) order.With(field, all[field]);
            return order;
        });
        Assert.Equal(201, (int)answer.Status);
        server.LooksAsSaid(operation, answer);
        Assert.Contains("\"City\":\"Iași\"", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("capturePayment", "captured")]
    [InlineData("cancelPayment", "captured")]
    [InlineData("acceptChallenge", "captured")]
    [InlineData("rejectChallenge", "captured")]
    public async Task What_cannot_be_done_any_more_is_answered_as_said(string id, string payment)
    {
        var operation = server.Find(id);
        var made = await server.CallAsync(server.Find("createPayment"), payment);
        var answer = await server.Checkout.PostAsync(operation.Path.Replace("{id}", made.Payment["ID"]!.ToString(), StringComparison.Ordinal));
        Assert.Equal(400, (int)answer.Status);
        server.LooksAsSaid(operation, answer);
    }

    [Fact]
    public void Every_example_fits_its_schema()
    {
        foreach (var operation in server.Operations)
        {
            foreach (var call in operation.Calls.Where(_ => operation.Body is not null))
                Assert.Empty(server.Check.Faults(operation.Body!, operation.Example((string)call["example"]!)));
            foreach (var json in operation.Node["responses"]!.AsObject().Select(reply => reply.Value!["content"]?["application/json"]).OfType<JsonNode>().Where(json => json["example"] is not null))
                Assert.Empty(server.Check.Faults(json["schema"]!, json["example"]).Select(fault => operation.Id + fault));
        }
    }

    [Fact]
    public async Task Without_a_key_the_answer_is_the_one_that_is_named()
    {
        foreach (var operation in server.Operations.Where(o => o.Node["security"]!.AsArray().Count > 0))
        {
            var answer = await server.CallAsync(operation, (string)operation.Calls.First()["example"]!, credentials: "1010:wrong");
            Assert.Equal(401, (int)answer.Status);
            server.LooksAsSaid(operation, answer);
        }
    }

    [Fact]
    public async Task What_is_not_there_is_answered_as_said()
    {
        foreach (var operation in server.Operations.Where(o => o.Parameters("path").Any() && o.Node["responses"]!["404"] is not null))
        {
            var path = Regex.Replace(operation.Path, @"\{\w+\}", "999999999");
            var answer = await server.Checkout.SendAsync(new HttpMethod(operation.Method), path, operation.Body is null ? null : operation.Example((string)operation.Calls.First()["example"]!)!.ToJsonString());
            Assert.True((int)answer.Status == 404, $"{operation.Id}: {answer}");
            server.LooksAsSaid(operation, answer);
        }
    }
}
