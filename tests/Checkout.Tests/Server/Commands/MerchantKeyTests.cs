using System.Text;
using System.Text.RegularExpressions;
using Checkout.Core.Merchants;
using Checkout.Web.Dialects.Cardgate;
using Checkout.Web.Hosting.Merchants;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Tests.Server.Commands;

/// <summary>The keys and the Cardgate account that an operator makes, changes and sees.</summary>
public sealed class MerchantKeyTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static int _lastSite = 34_000;

    private readonly int _site = Interlocked.Increment(ref _lastSite);

    [Fact]
    public async Task An_added_merchant_has_an_account_and_every_key()
    {
        var said = await RunAsync("merchant", "add", "--site", $"{_site}", "--name", "Shop");
        var account = Shown(said, "Cardgate account", "coma_[0-9A-Za-z]{16}");
        var key = Shown(said, "Cardgate API key", "[-_0-9A-Za-z]{43}");
        foreach (var (label, prefix) in new[] { ("Public test key", "pk_test_"), ("Public live key", "pk_live_"), ("Secret test key", "sk_test_"), ("Secret live key", "sk_live_") })
            Assert.NotEmpty(Shown(said, label, prefix + "[-_0-9A-Za-z]{43}"));

        Assert.NotEmpty(Shown(said, "Tokenise key", "tk_[-_0-9A-Za-z]{43}"));

        var caller = await EnterAsync(account, key);
        Assert.Equal((_site, new CardgateAccount(account, H2H: false, Instant: false)), (caller!.Merchant.Id, caller.Account));
        Assert.Contains($"  Cardgate {account}, H2H off, instant off", await RunAsync("merchant", "list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_to_host_and_instant_are_settings_of_the_account()
    {
        var account = Shown(await RunAsync("merchant", "add", "--site", $"{_site}", "--name", "Shop"), "Cardgate account", @"\S+");
        await RunAsync("merchant", "set", "--site", $"{_site}", "H2H=true", "Instant=true");
        Assert.Contains($"  Cardgate {account}, H2H on, instant on", await RunAsync("merchant", "list"), StringComparison.Ordinal);
        await RunAsync("merchant", "set", "--site", $"{_site}", "Instant=false");
        Assert.Contains($"  Cardgate {account}, H2H on, instant off", await RunAsync("merchant", "list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callbacks_have_an_address_of_their_own()
    {
        await RunAsync("merchant", "add", "--site", $"{_site}", "--name", "Shop");
        await RunAsync("merchant", "set", "--site", $"{_site}", "CallbackUrl=http://127.0.0.1:9/hear");
        Assert.Contains("callbacks to http://127.0.0.1:9/hear", await RunAsync("merchant", "list"), StringComparison.Ordinal);
        var refused = await CheckoutProgram.RunAsync(Here("merchant", "set", "--site", $"{_site}", "CallbackUrl=shop"));
        Assert.Contains("CallbackUrl is \"shop\"; it must be", refused.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_kind_of_key_is_changed_by_itself_and_the_one_before_works_beside_it()
    {
        var added = await RunAsync("merchant", "add", "--site", $"{_site}", "--name", "Shop");
        var (account, first) = (Shown(added, "Cardgate account", @"\S+"), Shown(added, "Cardgate API key", @"\S+"));

        var rotated = await RunAsync("merchant", "rotate-key", "--site", $"{_site}", "--kind", "cardgate");
        Assert.Single(Regex.Matches(rotated, "^  ", RegexOptions.Multiline));
        var second = Shown(rotated, "Cardgate API key", @"\S+");
        Assert.NotNull(await EnterAsync(account, second));
        Assert.NotNull(await EnterAsync(account, first));

        var callbacks = await RunAsync("merchant", "rotate-key", "--site", $"{_site}", "--kind", "callback");
        Assert.Equal(2, Regex.Count(callbacks, @"sk_(test|live)_\S{43}"));
        Assert.NotEmpty(Shown(await RunAsync("merchant", "rotate-key", "--site", $"{_site}", "--kind", "link"), "Link secret", @"\S{32}"));
        Assert.NotEmpty(Shown(await RunAsync("merchant", "rotate-key", "--site", $"{_site}"), "API key", @"\S{32}"));
        Assert.NotEmpty(Shown(await RunAsync("merchant", "rotate-key", "--site", $"{_site}", "--kind", "cardgate", "--api-key", "my-own-key"), "Cardgate API key", "my-own-key"));
    }

    [Fact]
    public async Task A_merchant_from_before_gets_what_it_lacks_with_its_next_key()
    {
        var secrets = server.Checkout.Services.GetRequiredService<MerchantSecrets>();
        await server.Checkout.Services.GetRequiredService<IMerchantStore>().AddAsync(
            new Merchant { Id = _site, Name = "Old", IsSandbox = true }, [secrets.Make(_site, MerchantKeyKind.Api, "old"), secrets.Make(_site, MerchantKeyKind.Link, "old")]);
        var refused = await CheckoutProgram.RunAsync([.. Here("merchant", "set", "--site", $"{_site}", "Instant=true")]);
        Assert.Contains("Make one with: merchant rotate-key --kind cardgate", refused.Complained, StringComparison.Ordinal);

        var rotated = await RunAsync("merchant", "rotate-key", "--site", $"{_site}", "--kind", "cardgate");
        Assert.DoesNotContain("Link secret", rotated, StringComparison.Ordinal);
        Assert.Equal(4, Regex.Count(rotated, "[sp]k_(test|live)_"));
        Assert.NotNull(await EnterAsync(Shown(rotated, "Cardgate account", @"\S+"), Shown(rotated, "Cardgate API key", @"\S+")));
    }

    [Theory]
    [InlineData("--kind is \"corefy\"; it must be one of: smart2pay, cardgate, callback, tokenise, public, link.", "--kind", "corefy")]
    [InlineData("--api-key is one key and this kind has several.", "--kind", "callback", "--api-key", "k")]
    public async Task A_kind_that_is_not_known_is_refused(string sentence, params string[] words)
    {
        var ended = await CheckoutProgram.RunAsync([.. Here(["merchant", "rotate-key", "--site", "1010", .. words])]);
        Assert.Equal((1, ""), (ended.Code, ended.Said));
        Assert.Contains(sentence, ended.Complained, StringComparison.Ordinal);
    }

    private static string Shown(string said, string label, string pattern)
    {
        var line = Regex.Match(said, $@"^  {label}\s+({pattern})\s*$", RegexOptions.Multiline);
        Assert.True(line.Success, $"{label} is not shown in: {said}");
        return line.Groups[1].Value;
    }

    private string[] Here(params string[] words) => [.. words, "--environment", "Development", $"--DataDirectory={server.Checkout.Directory}"];

    private async Task<string> RunAsync(params string[] words)
    {
        var ended = await CheckoutProgram.RunAsync(Here(words));
        Assert.True(ended.Code == 0, ended.ToString());
        return ended.Said;
    }

    private async Task<CardgateCaller?> EnterAsync(string account, string key)
    {
        await server.Checkout.Services.GetRequiredService<MerchantRegister>().RefreshAsync();
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account}:{key}"));
        server.Checkout.Services.GetRequiredService<CardgateDoor>().TryEnter(request, out var caller, out _);
        return caller;
    }
}
