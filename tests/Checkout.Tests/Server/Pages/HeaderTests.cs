using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Checkout.Tests.Server.Pages;

/// <summary>The headers of every HTML answer (WEB-2, WEB-4), and what the pages load.</summary>
public sealed class HeaderTests(HeaderTests.EveryPage pages) : IClassFixture<HeaderTests.EveryPage>
{
    private static readonly Regex Policy = new(
        "^default-src 'none'; script-src 'nonce-(?<nonce>[A-Za-z0-9+/]{22}==)' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action (?<action>'self'|https: http:); base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'; report-to csp$");

    private static readonly Dictionary<string, string> Wanted = new()
    {
        ["X-Content-Type-Options"] = "nosniff",
        ["Referrer-Policy"] = "no-referrer",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Cache-Control"] = "no-store",
        ["X-Frame-Options"] = "DENY",
        ["Reporting-Endpoints"] = "csp=\"/csp\"",
        ["Content-Type"] = "text/html; charset=utf-8",
    };

    [Fact]
    public void Every_page_carries_every_header()
    {
        Assert.Equal(14, pages.All.Count);
        foreach (var (name, page) in pages.All)
        {
            foreach (var (header, value) in Wanted) Assert.Equal((name, header, value), (name, header, page.Answer.Headers.GetValueOrDefault(header)));
            Assert.Contains("camera=(), ", page.Answer.Headers["Permissions-Policy"], StringComparison.Ordinal);
            Assert.Equal((name, "noindex"), (name, page.Document.QuerySelector("meta[name=robots]")?.GetAttribute("content")));
            Assert.DoesNotContain("=*", page.Answer.Headers["Permissions-Policy"], StringComparison.Ordinal);
            Assert.Empty(page.Answer.Headers.Keys.Intersect(["Server", "X-Powered-By", "Set-Cookie", "Strict-Transport-Security"]));
        }
    }

    [Fact]
    public void Only_pages_without_a_field_let_a_form_lead_elsewhere()
    {
        string[] leaving = ["to the bank", "back to the shop", "to the bank by post", "bank"];
        foreach (var (name, page) in pages.All)
        {
            var policy = Policy.Match(page.Answer.Headers["Content-Security-Policy"]);
            Assert.True(policy.Success, $"{name}: {page.Answer.Headers["Content-Security-Policy"]}");
            Assert.Equal((name, leaving.Contains(name) ? "https: http:" : "'self'"), (name, policy.Groups["action"].Value));
            if (leaving.Contains(name)) Assert.Empty(page.Document.QuerySelectorAll("input:not([type=hidden]), select, textarea"));
        }
    }

    [Fact]
    public void The_word_that_lets_the_script_run_is_new_in_each_answer_and_stands_in_it()
    {
        var words = pages.All.ToDictionary(p => p.Key, p => Policy.Match(p.Value.Answer.Headers["Content-Security-Policy"]).Groups["nonce"].Value);
        Assert.Equal(words.Count, words.Values.Distinct().Count());
        foreach (var (name, page) in pages.All) Assert.All(page.Document.Scripts, script => Assert.Equal((name, words[name]), (name, script.GetAttribute("nonce"))));
    }

    [Fact]
    public async Task Pages_load_nothing_but_our_own_files_and_each_is_what_its_hash_says()
    {
        foreach (var (name, page) in pages.All)
        {
            var links = page.Document.QuerySelectorAll("script[src], link[rel=stylesheet]").Select(e => (Url: e.GetAttribute("src") ?? e.GetAttribute("href")!, Hash: e.GetAttribute("integrity")));
            foreach (var (url, hash) in links)
            {
                Assert.StartsWith("/", url, StringComparison.Ordinal);
                var file = await pages.Checkout.Http.GetAsync(new Uri(url, UriKind.Relative));
                Assert.Equal((name, 200, "nosniff"), (name, (int)file.StatusCode, file.Headers.GetValues("X-Content-Type-Options").Single()));
                if (name is not ("bank" or "demo" or "demo back")) Assert.Equal("sha384-" + Convert.ToBase64String(SHA384.HashData(await file.Content.ReadAsByteArrayAsync())), hash);
            }

            Assert.Empty(page.Document.QuerySelectorAll("iframe, object, embed, img[src^=http], script:not([src]), style, [style], [onclick], [onload], [onerror], base"));
        }
    }

    [Fact]
    public void Redirects_carry_no_less()
    {
        foreach (var header in Wanted.Where(h => h.Key != "Content-Type")) Assert.Equal(header.Value, pages.Redirect.Answer.Headers.GetValueOrDefault(header.Key));
        Assert.Equal("", pages.Redirect.Answer.Body);
    }

    [Fact]
    public async Task A_report_of_what_was_stopped_is_taken_and_answered_with_nothing()
    {
        using var report = new StringContent("""[{"type":"csp-violation","body":{"effectiveDirective":"script-src-elem"}}]""");
        using var answer = await pages.Checkout.Http.PostAsync(new Uri("/csp", UriKind.Relative), report);
        Assert.Equal((204, 0L), ((int)answer.StatusCode, answer.Content.Headers.ContentLength ?? 0));
    }

    /// <summary>One of each page.</summary>
    public sealed class EveryPage : SandboxServer, IAsyncLifetime
    {
        public Dictionary<string, ShownPage> All { get; } = [];

        public ShownPage Redirect { get; private set; } = null!;

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            var shopper = new Shopper(Checkout);
            var customer = Orders.NewReference("shopper");
            System.Text.Json.Nodes.JsonObject Order() => Orders.Hosted(Orders.NewReference()).With("GenerateCreditCardToken", true).With("Customer.MerchantCustomerID", customer);

            var form = All["card form"] = await shopper.OrderAsync(Order());
            All["card form with a mistake"] = await shopper.PostAsync(form, "card", [("pay", "1")]);
            Redirect = await shopper.PostAsync(form, "card", Shopper.Typed(save: true));
            All["back to the shop"] = await shopper.FollowAsync(Redirect);
            All["result"] = await shopper.OpenAsync(form.Action("card"));
            var saved = All["saved cards"] = await shopper.OrderAsync(Order());
            All["remove a card"] = await shopper.OpenAsync(saved.Document.QuerySelector("a[id^=remove-card-]")!.GetAttribute("href")!);

            var challenged = await shopper.OrderAsync(Orders.Hosted(Orders.NewReference()));
            All["to the bank"] = await shopper.PayAsync(challenged, Orders.Challenged);
            All["at the bank"] = await shopper.OpenAsync(challenged.Action("card"));
            All["bank"] = await shopper.OpenAsync(All["to the bank"].GoesTo!);
            All["to the bank by post"] = await shopper.PayAsync(await shopper.OrderAsync(Orders.Hosted(Orders.NewReference())), "4000000000003063");
            All["waiting"] = await shopper.PayAsync(await shopper.OrderAsync(Orders.Hosted(Orders.NewReference())), Orders.Unanswered);
            All["unknown link"] = await shopper.OpenAsync("/pay/x");
            All["faulty link"] = await shopper.GetAsync(SignedLink.Of(Orders.NewReference()).With("amount", "0").Path);
            All["lapsed link"] = await shopper.GetAsync(SignedLink.Of(Orders.NewReference()).With("expires", "1").Path);
        }
    }
}
