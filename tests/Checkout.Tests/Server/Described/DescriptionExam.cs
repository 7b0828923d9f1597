using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Checkout.Tests.Server.Described;

/// <summary>The server does what its document says, operation by operation.</summary>
public abstract class DescriptionExam(DescribedServer server)
{
    protected DescribedServer Server => server;

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
        foreach (var path in new[] { $"/openapi/{server.Name}.json", $"/docs/{server.Name}", "/docs" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            using var response = await server.Checkout.Http.SendAsync(request);
            Assert.Equal("public, max-age=300", response.Headers.CacheControl!.ToString());
            Assert.False(response.Headers.Contains("Set-Cookie"));
        }

        foreach (var path in new[] { "/openapi/nothing.json", "/docs/nothing" }) Assert.Equal(404, (int)(await server.Checkout.Http.GetAsync(path)).StatusCode);
    }

    [Fact]
    public void Every_route_is_described_and_nothing_else()
    {
        var routes = from endpoint in server.Checkout.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                     let action = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()
                     where action?.ControllerTypeInfo.Namespace!.Contains(server.Routes.Namespace, StringComparison.Ordinal) == true
                     from method in endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
                     select $"{method} /{Regex.Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), @":\w+", "")}";
        Assert.Equal(routes.Concat(server.Routes.Pages).Order(), server.Operations.Select(operation => $"{operation.Method} {operation.Path}").Order());
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
                Assert.True((int)call["status"]! == (int)answer.Status, $"{operation.Id} {call["example"]}: {answer}");
                server.LooksAsSaid(operation, answer);
            }
        }
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
        foreach (var operation in server.Operations.Where(o => o.KeyName is not null))
        {
            var answer = await server.CallAsync(operation, (string)operation.Calls.First()["example"]!, asking: new Asking(Credentials: "1010:wrong"));
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
            var answer = await server.SendAsync(operation, path, operation.Body is null ? null : operation.Example((string)operation.Calls.First()["example"]!));
            Assert.True((int)answer.Status == 404, $"{operation.Id}: {answer}");
            server.LooksAsSaid(operation, answer);
        }
    }
}
