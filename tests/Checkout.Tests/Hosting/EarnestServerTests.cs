using System.Net;
using Checkout.Tests.Server;
using Checkout.Tests.Server.Starting;
using Checkout.Web.Commands;
using Checkout.Web.Hosting;

namespace Checkout.Tests.Hosting;

/// <summary>What only a running server outside the sandbox can show.</summary>
public sealed class EarnestServerTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("checkout-");

    private string Data => Path.Combine(_directory.FullName, "data");

    [Fact]
    public async Task It_answers_to_its_own_names_and_has_nothing_of_a_sandbox()
    {
        await using var checkout = await StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await AskAsync(checkout, "/health/ready", host: "evil.example"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(checkout, "/health/ready", host: "pay.example"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(checkout, "/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(checkout, "/metrics"));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(checkout, "/sandbox/ledger?site=1010&reference=x"));
        using var clock = await checkout.Http.PostAsync("/sandbox/clock", null);
        Assert.Equal(HttpStatusCode.NotFound, clock.StatusCode);
    }

    [Fact]
    public async Task What_it_says_of_itself_has_no_key_of_a_sandbox()
    {
        await using var checkout = await StartAsync();
        foreach (var path in new[] { "/docs", "/docs/cardgate", "/openapi/smart2pay.json", "/openapi/cardgate.json" })
        {
            var text = await checkout.Http.GetStringAsync(path);
            Assert.Contains("https://pay.example", text, StringComparison.Ordinal);
            Assert.DoesNotContain("sandbox-api-key", text, StringComparison.Ordinal);
            Assert.DoesNotContain("pk_test_sandbox", text, StringComparison.Ordinal);
            Assert.DoesNotContain("gabi", text, StringComparison.Ordinal);
            Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_sandbox_opens_over_its_merchants()
    {
        await (await StartAsync()).DisposeAsync();
        string[] earnest = ["--environment", "Production", "--DataDirectory", Data, .. TestCertificate.Earnest(_directory.FullName).Select(setting => "--" + setting)];
        Assert.Equal(0, await CommandLine.RunAsync(["merchant", "add", "--site", "7", "--name", "Shop", .. earnest]));
        Assert.Equal(1, await CommandLine.RunAsync(["merchant", "set", "--site", "7", "NotificationUrl=https://shop.example:22/notices", .. earnest]));
        Assert.Equal(0, await CommandLine.RunAsync(["merchant", "set", "--site", "7", "NotificationUrl=https://shop.example:8443/notices", .. earnest]));

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => RunningCheckout.StartAsync(directory: Data));
        Assert.Contains("holds a merchant that is not of a sandbox", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await CommandLine.RunAsync(["merchant", "list", "--environment", "Development", "--DataDirectory", Data]));
    }

    [Fact]
    public async Task The_ledger_of_a_sandbox_is_not_read_by_browsers()
    {
        await using var checkout = await RunningCheckout.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sandbox/ledger?site=1010&reference=x");
        request.Headers.Add("Origin", "https://shop.example");
        request.Headers.Authorization = new("Basic", Convert.ToBase64String("1010:gabi"u8));
        using var answer = await checkout.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private Task<RunningCheckout> StartAsync() => RunningCheckout.StartAsync(TestCertificate.Earnest(_directory.FullName), Data, "Production");

    private static async Task<HttpStatusCode> AskAsync(RunningCheckout checkout, string path, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        using var answer = await checkout.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
