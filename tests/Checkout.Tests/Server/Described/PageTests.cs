using System.Diagnostics;
using AngleSharp.Html.Parser;

namespace Checkout.Tests.Server.Described;

/// <summary>The page for people.</summary>
public sealed class PageTests(DescribedServer server) : IClassFixture<DescribedServer>
{
    [Fact]
    public async Task Every_command_works_as_it_is_printed()
    {
        using var page = new HtmlParser().ParseDocument(await server.Checkout.Http.GetStringAsync("/docs"));
        var commands = page.QuerySelectorAll("code.curl").Select(code => code.TextContent).ToArray();
        Assert.Equal(server.Operations.Where(o => o.Node["deprecated"] is null).Sum(o => o.Calls.Count()), commands.Length);
        foreach (var command in commands)
        {
            var said = await RunAsync(command);
            Assert.True(said.StartsWith('{') ? !said.StartsWith("{\"Message\"", StringComparison.Ordinal) : said.StartsWith("<!DOCTYPE html>", StringComparison.Ordinal) || said.StartsWith("HTTP/1.1 204", StringComparison.Ordinal), $"{command}\n{said}");
            Assert.True(!said.Contains("InvalidRequestID", StringComparison.Ordinal), $"{command}\n{said}");
        }
    }

    [Fact]
    public async Task Every_operation_status_and_code_is_on_the_page_and_every_link_leads_somewhere()
    {
        using var page = new HtmlParser().ParseDocument(await server.Checkout.Http.GetStringAsync("/docs"));
        Assert.All(server.Operations.Where(o => o.Node["deprecated"] is null), operation => Assert.NotNull(page.GetElementById("smart2pay-" + operation.Id)));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Contains("Chargedback", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Key is duplicated", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Scripts);
        Assert.Distinct(page.QuerySelectorAll("[id]").Select(element => element.Id));
    }

    private static async Task<string> RunAsync(string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["no_proxy"] = "127.0.0.1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return await output;
    }
}
