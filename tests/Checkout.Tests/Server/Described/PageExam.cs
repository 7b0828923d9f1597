using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Checkout.Tests.Server.Described;

/// <summary>The page for people.</summary>
public abstract class PageExam(DescribedServer server)
{
    [Fact]
    public async Task Every_command_works_as_it_is_printed()
    {
        using var page = await OpenAsync();
        foreach (var operation in server.Plain)
        {
            var commands = page.QuerySelectorAll($"section[aria-labelledby='{server.Name}-{operation.Id}'] code.curl").Select(code => code.TextContent);
            foreach (var (command, call) in commands.Zip(operation.Calls, (command, call) => (command, call)))
            {
                var said = await RunAsync(command);
                if (said.StartsWith('{')) server.LooksAsSaid(operation, new Answer((HttpStatusCode)(int)call["status"]!, new Dictionary<string, string>(), said));
                else Assert.True(said.StartsWith("<!DOCTYPE html>", StringComparison.Ordinal) || said.StartsWith($"HTTP/1.1 {call["status"]}", StringComparison.Ordinal), $"{command}\n{said}");
            }
        }

        Assert.Equal(server.Plain.Sum(operation => operation.Calls.Count()), page.QuerySelectorAll("code.curl").Length);
    }

    [Fact]
    public async Task Every_operation_status_and_code_is_on_the_page_and_every_link_leads_somewhere()
    {
        using var page = await OpenAsync();
        Assert.All(server.Plain, operation => Assert.NotNull(page.GetElementById($"{server.Name}-{operation.Id}")));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.All(server.Words, word => Assert.Contains(word, page.Body!.TextContent, StringComparison.Ordinal));
        Assert.Empty(page.Scripts);
        Assert.Distinct(page.QuerySelectorAll("[id]").Select(element => element.Id));
    }

    [Fact]
    public async Task It_leads_to_the_document_and_to_every_other_dialect()
    {
        using var page = await OpenAsync();
        var current = Assert.Single(page.QuerySelectorAll(".dialects [aria-current=page]"));
        Assert.Equal($"/docs/{server.Name}", current.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector($"a[href='/openapi/{server.Name}.json']"));
        var others = page.QuerySelectorAll(".dialects a").Select(link => link.GetAttribute("href")!).ToArray();
        Assert.Equal(["/docs/cardgate", "/docs/smart2pay"], others.Order());
        foreach (var other in others) Assert.Equal(HttpStatusCode.OK, (await server.Checkout.Http.GetAsync(other)).StatusCode);
    }

    private async Task<IHtmlDocument> OpenAsync() => new HtmlParser().ParseDocument(await server.Checkout.Http.GetStringAsync($"/docs/{server.Name}"));

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
