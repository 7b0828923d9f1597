using System.Text.Json.Nodes;
using Checkout.Connectors.Exchange;
using Checkout.Connectors.Smart2Pay;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using Checkout.Tests.Connectors.Exchange;

namespace Checkout.Tests.Connectors.Smart2Pay;

/// <summary>An account: what it promises, how it is tried without a payment, and that it keeps its secrets.</summary>
public sealed class AccountTests
{
    [Theory]
    [InlineData(CardEntry.Ours)]
    [InlineData(CardEntry.Theirs)]
    public void It_says_who_collects_cards_and_how_long_to_wait(CardEntry entry)
    {
        using var rig = new Smart2PayRig(entry);
        var connector = rig.Connector;
        Assert.Equal(("smart2pay-1", entry, true, true, false), (connector.Name, connector.Entry, connector.HoldsMoney, connector.KeepsTokens, connector.CancelsOpenCharges));
        Assert.Equal((TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(50)), (connector.Horizon, connector.ShopperLimit));
    }

    [Theory]
    [InlineData(200, """{"Payments":[]}""", null)]
    [InlineData(401, """{"Message":"denied"}""", "The provider refuses the site and its key.")]
    [InlineData(404, """{"Message":"No such path"}""", "What answers there is not a GlobalPay API.")]
    [InlineData(200, """{"status":"ok"}""", "What answers there is not a GlobalPay API.")]
    [InlineData(503, "{}", "The provider gave no answer that can be read.")]
    public async Task It_is_tried_with_one_line_of_its_list(int status, string body, string? sentence)
    {
        using var rig = new Smart2PayRig();
        rig.Upstream.Says(status, JsonNode.Parse(body)!);
        Assert.Equal(sentence, await rig.Connector.ProbeAsync(CancellationToken.None));
        Assert.Equal(("GET", "/v1/payments?limit=1", Smart2PayRig.Credentials), (rig.Upstream.Last.Method, rig.Upstream.Last.Path, rig.Upstream.Last.Authorization));
    }

    [Fact]
    public async Task A_wrong_address_is_told_without_repeating_it()
    {
        using var client = new HttpClient();
        var account = new Smart2PayAccount("smart2pay-1", new Uri(RawUpstream.DeadUrl()), "1010", Smart2PayRig.Key, CardEntry.Ours);
        var connector = new Smart2PayConnector(new UpstreamHttp(client, new Breaker(TimeProvider.System)), account, TimeProvider.System);
        Assert.Equal("No connection can be made to the provider.", await connector.ProbeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_it_prints_holds_a_number_a_code_a_token_or_a_key()
    {
        const string token = "0F1E2D3C4B5A69788796A5B4C3D2E1F0";
        using var rig = new Smart2PayRig();
        List<object?> printed = [rig.Account, rig.Connector];
        foreach (var body in new[] { UpstreamSample.Of("direct"), UpstreamSample.Of("one-click"), UpstreamSample.Of("hosted"), UpstreamSample.Of("invalid") })
        {
            var order = new ExamOrder { Code = "7391" };
            rig.Upstream.Says(201, body.About(order));
            printed.Add(order.Request());
            printed.Add(await rig.SendAsync(order));
        }

        printed.Add(new ExamOrder { Token = UpstreamToken.Of(token), Code = "7391" }.Request());
        printed.Add(await Assert.ThrowsAsync<ArgumentException>(() => rig.SendAsync(Smart2PayRig.FollowUp(new ExamOrder(), AttemptKind.Verify))));
        Assert.All(printed, thing => Assert.DoesNotMatch($"4111111111|7391|{token}|k\\+Y/7", thing!.ToString()!));
    }
}
