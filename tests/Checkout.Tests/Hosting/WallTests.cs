using System.Net;
using Checkout.Web.Hosting;
using Checkout.Web.Hosting.Workers;
using Microsoft.AspNetCore.Http;

namespace Checkout.Tests.Hosting;

public sealed class WallTests
{
    [Theory]
    [InlineData("pay.example", true)]
    [InlineData("PAY.example:8443", true)]
    [InlineData("localhost:5080", true)]
    [InlineData("127.0.0.1:5080", true)]
    [InlineData("[::1]:5080", true)]
    [InlineData("evil.example", false)]
    [InlineData("pay.example.evil.example", false)]
    [InlineData("10.0.0.7:5080", false)]
    [InlineData("", false)]
    public void The_house_answers_to_its_own_names(string host, bool answers) => Assert.Equal(answers, HostWall.MayAsk(new HostString(host), "pay.example"));

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("10.0.0.7", false)]
    [InlineData("::ffff:10.0.0.7", false)]
    public void A_caller_on_this_machine_is_known_by_its_socket(string caller, bool isHere) => Assert.Equal(isHere, HostWall.IsOnThisMachine(IPAddress.Parse(caller)));

    [Theory]
    [InlineData("https://shop.example/notices", true)]
    [InlineData("https://shop.example:8443/notices", true)]
    [InlineData("https://shop.example:80/notices", true)]
    [InlineData("https://shop.example:22/notices", false)]
    [InlineData("https://shop.example:5432/notices", false)]
    [InlineData("http://shop.example/notices", false)]
    [InlineData("https://user@shop.example/notices", false)]
    public void Outside_the_sandbox_we_call_web_servers_only(string address, bool allowed)
    {
        Assert.Equal(allowed, GuardedTarget.MayCall(new Uri(address), isSandbox: false));
        if (allowed) Assert.True(GuardedTarget.MayCall(new Uri(address), isSandbox: true));
    }

    [Fact]
    public void The_sandbox_calls_this_machine() => Assert.True(GuardedTarget.MayCall(new Uri("http://127.0.0.1:51234/demo/notices"), isSandbox: true));

    [Fact]
    public async Task A_merchant_of_an_older_version_is_not_called_at_a_forbidden_port()
    {
        using var http = new HttpClient(GuardedConnect.Handler(allowPrivate: false));
        var trouble = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri("https://192.0.2.1:5432/")));
        Assert.Contains(GuardedTarget.Rule, trouble.ToString(), StringComparison.Ordinal);
    }
}
