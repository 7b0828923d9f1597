using System.Net;
using Checkout.Tests.Server.Chain;
using Checkout.Web.Sandbox;

namespace Checkout.Tests.Server.Commands;

/// <summary>Provider accounts as an operator makes, sees, tries and retires them.</summary>
public sealed class ProviderCommandTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static int _lastSite = 44_000;

    private readonly int _site = Interlocked.Increment(ref _lastSite);

    [Fact]
    public async Task An_account_takes_over_from_the_simulator_at_once_and_gives_back_when_it_is_retired()
    {
        await using var provider = await RunningCheckout.StartAsync();
        await using var line = await Line.OpenAsync(provider.Address);
        await AddMerchantAsync();

        var added = await RunAsync("provider", "add", "--site", $"{_site}", "--kind", "smart2pay", "--url", line.Address + "/", "--account", "1010", "--key", "gabi");
        Assert.Equal((0, ""), (added.Code, added.Complained));
        Assert.Contains($"/upstream/{_site}/smart2pay-1", added.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("gabi", added.Said, StringComparison.Ordinal);
        await CheckoutClient.EventuallyAsync(PayAsync, _ => line.Passed.Count > 0);

        var listed = (await RunAsync("provider", "list", "--site", $"{_site}")).Said;
        Assert.Contains($"{_site}  1  smart2pay-1  {line.Address}, account 1010, card entry ours, order 0, test payments", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("gabi", listed, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("provider", "retire", "--site", $"{_site}", "--number", "1")).Code);
        Assert.Contains("(retired)", (await RunAsync("provider", "list")).Said, StringComparison.Ordinal);
        await CheckoutClient.EventuallyAsync(
            async () =>
            {
                var before = line.Passed.Count;
                return (Answer: await PayAsync(), New: line.Passed.Count - before);
            },
            paid => paid is { Answer.StatusId: 9, New: 0 });
    }

    [Fact]
    public async Task A_provider_is_asked_by_the_name_it_gives_its_service()
    {
        await using var provider = await RunningCheckout.StartAsync();
        await using var line = await Line.OpenAsync(provider.Address);
        await AddMerchantAsync();
        await AddAsync(
            "--kind", "cardgate", "--url", line.Address, "--account", SandboxMerchant.H2HAccount.Id, "--key", SandboxMerchant.CardgateKey, "--secret", SandboxMerchant.SecretTestKey, "--h2h",
            "--service", "cards_{currency}");
        Assert.Contains(", service cards_{currency}, ", (await RunAsync("provider", "list", "--site", $"{_site}")).Said, StringComparison.Ordinal);

        // The provider does not know such a service; what counts is what it was asked.
        var order = Orders.Direct(Orders.NewReference()).With("Capture", true).ToJsonString();
        await CheckoutClient.EventuallyAsync(() => server.Checkout.SendAsync(HttpMethod.Post, "/v1/payments", order, $"{_site}:key"), _ => line.Passed.Count > 0);
        Assert.Contains("\"service\":\"cards_eur\"", line.Passed[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_says_whether_the_provider_answers_and_knows_us()
    {
        await using var provider = await RunningCheckout.StartAsync();
        await AddMerchantAsync();
        await AddAsync("--kind", "smart2pay", "--url", provider.Address, "--account", "1010", "--key", "gabi");
        await AddAsync("--kind", "smart2pay", "--url", provider.Address, "--account", "1010", "--key", "wrong");
        await AddAsync("--kind", "smart2pay", "--url", "http://127.0.0.1:9", "--account", "1010", "--key", "gabi");

        var good = await RunAsync("provider", "test", "--site", $"{_site}", "--number", "1");
        Assert.Equal((0, true), (good.Code, good.Said.Contains("answers and knows us", StringComparison.Ordinal)));
        foreach (var number in new[] { "2", "3" })
        {
            var bad = await RunAsync("provider", "test", "--site", $"{_site}", "--number", number);
            Assert.Equal(1, bad.Code);
            Assert.DoesNotContain("answers and knows us", bad.Said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--kind is \"other\"; it must be smart2pay or cardgate.", "--kind", "other")]
    [InlineData("--url is \"ftp://x\"; it must be an http or https address without a user name, query or fragment.", "--kind", "smart2pay", "--url", "ftp://x")]
    [InlineData("--account is \"coma_1\"; with smart2pay it is the site's number.", "--kind", "smart2pay", "--account", "coma_1")]
    [InlineData("--secret is missing", "--kind", "cardgate")]
    [InlineData("--secret is for cardgate only", "--kind", "smart2pay", "--secret", "x")]
    [InlineData("--service is for cardgate only", "--kind", "smart2pay", "--service", "cards")]
    [InlineData("--service is \"cards {currency}\"; it must be a name of up to 64 letters", "--kind", "cardgate", "--secret", "sk", "--service", "cards {currency}")]
    [InlineData("--service is \"cards_{country}\"; it must be a name of up to 64 letters", "--kind", "cardgate", "--secret", "sk", "--service", "cards_{country}")]
    [InlineData("--h2h is for cardgate only", "--kind", "smart2pay", "--h2h")]
    [InlineData("--card-entry ours needs --h2h with cardgate", "--kind", "cardgate", "--secret", "sk", "--card-entry", "ours")]
    [InlineData("--card-entry is \"mine\"; it must be ours or theirs.", "--kind", "smart2pay", "--card-entry", "mine")]
    public async Task A_wrong_wish_is_refused_with_a_sentence(string sentence, params string[] words)
    {
        await AddMerchantAsync();
        List<string> all = ["provider", "add", "--site", $"{_site}", "--key", "key", .. words];
        if (!all.Contains("--url")) all.AddRange(["--url", "https://api.example"]);
        if (!all.Contains("--account")) all.AddRange(["--account", "1010"]);
        var refused = await RunAsync([.. all]);
        Assert.Equal((1, ""), (refused.Code, refused.Said));
        Assert.Contains(sentence, refused.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_needs_its_merchant()
    {
        var refused = await RunAsync("provider", "add", "--site", "99", "--kind", "smart2pay", "--url", "https://api.example", "--account", "1", "--key", "k");
        Assert.Equal((1, true), (refused.Code, refused.Complained.Contains("There is no merchant with site 99.", StringComparison.Ordinal)));
    }

    private Task<Answer> PayAsync() => server.Checkout.SendAsync(HttpMethod.Post, "/v1/payments", Orders.Direct(Orders.NewReference()).ToJsonString(), $"{_site}:key");

    private async Task AddMerchantAsync()
    {
        Assert.Equal(0, (await RunAsync("merchant", "add", "--site", $"{_site}", "--api-key", "key", "--name", "Shop")).Code);
        await CheckoutClient.EventuallyAsync(PayAsync, a => a.Status == HttpStatusCode.Created);
    }

    private async Task AddAsync(params string[] words) => Assert.Equal(0, (await RunAsync(["provider", "add", "--site", $"{_site}", .. words])).Code);

    private Task<Ended> RunAsync(params string[] words) =>
        CheckoutProgram.RunAsync([.. words, "--environment", "Development", $"--DataDirectory={server.Checkout.Directory}"]);
}
