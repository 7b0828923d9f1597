using System.Net;

namespace Checkout.Tests.Server;

/// <summary>
/// A shopper's browser without script. It keeps no cookie and sends none: the card flow works without. The only one it may be offered is the
/// one that makes browsers forget a form that was sent.
/// </summary>
internal sealed class Shopper(CheckoutClient checkout)
{
    private const int MostRedirects = 8;

    /// <summary>What is typed for a card that is good until the year 2031.</summary>
    public static (string Name, string Value)[] Typed(string number = Orders.Visa, string code = "123", bool save = false, string expiry = "02/31")
    {
        (string, string)[] fields = [("card-number", number), ("card-expiry", expiry), ("card-holder", "Ana Pop"), ("security-code", code), ("pay", "1")];
        return save ? [.. fields, ("save-card", "1")] : fields;
    }

    /// <summary>One GET, whatever it answers.</summary>
    public async Task<ShownPage> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await SendAsync(request, address);
    }

    /// <summary>Opens a page and goes on as long as our server says where.</summary>
    public async Task<ShownPage> OpenAsync(string address) => await FollowAsync(await GetAsync(address));

    /// <summary>Opens the page of a new payment.</summary>
    public async Task<ShownPage> OrderAsync(System.Text.Json.Nodes.JsonObject order, string? credentials = null)
    {
        var answer = await checkout.SendAsync(HttpMethod.Post, "/v1/payments", order.ToJsonString(), credentials);
        return await OpenAsync((string?)answer.Payment["RedirectURL"] ?? throw new Xunit.Sdk.XunitException($"No page: {answer}"));
    }

    /// <summary>Sends one of a page's forms, named by itself or by an element in it, and shows the plain answer.</summary>
    public Task<ShownPage> PostAsync(ShownPage page, string form, (string Name, string Value)[] typed, params (string Name, string Value)[] headers) =>
        PostAsync(page.Action(form), page.Hidden(form).Concat(typed), headers);

    public async Task<ShownPage> PostAsync(string address, IEnumerable<(string Name, string Value)> fields, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await SendAsync(request, address);
    }

    /// <summary>Pays with a typed card and goes where the answer leads.</summary>
    public async Task<ShownPage> PayAsync(ShownPage page, string number = Orders.Visa, string code = "123", bool save = false) =>
        await FollowAsync(await PostAsync(page, "card", Typed(number, code, save)));

    /// <summary>Presses a button of the form that leaves the payment.</summary>
    public async Task<ShownPage> PressAsync(ShownPage page, string button) => await FollowAsync(await PostAsync(page, button, [(button, "1")]));

    /// <summary>At the bank: decides and comes back.</summary>
    public async Task<ShownPage> DecideAsync(string bankPage, string decision) => await DecideAsync(await GetAsync(bankPage), decision);

    public async Task<ShownPage> DecideAsync(ShownPage bank, string decision)
    {
        var (answer, brings) = await PressesAtBankAsync(bank, decision);
        return await FollowAsync(answer.Status == HttpStatusCode.TemporaryRedirect ? await PostAsync(answer.Leads(answer.Location!), brings) : answer);
    }

    /// <summary>Presses a button of the bank's page. The answer to it, and the form that a browser takes along where it says "post that there".</summary>
    public async Task<(ShownPage Answer, (string Name, string Value)[] Brings)> PressesAtBankAsync(ShownPage bank, string decision)
    {
        (string, string)[] form = [.. bank.Has(decision) ? bank.Hidden(decision) : [], ("decision", decision)];
        return (await PostAsync(bank.Address, form), form);
    }

    /// <summary>Goes where 303 answers lead.</summary>
    public async Task<ShownPage> FollowAsync(ShownPage page)
    {
        for (var i = 0; page.Status == HttpStatusCode.SeeOther; i++)
        {
            Assert.True(i < MostRedirects, $"It goes round in circles at {page.Location}.");
            page = await GetAsync(page.Location!);
        }

        return page;
    }

    private async Task<ShownPage> SendAsync(HttpRequestMessage request, string address)
    {
        using var response = await checkout.Http.SendAsync(request);
        var answer = await Answer.OfAsync(response);
        var isSent = request.Method == HttpMethod.Post && answer.Status == HttpStatusCode.SeeOther;
        var isShop = new Uri(new Uri(checkout.Address), address).AbsolutePath.StartsWith("/demo", StringComparison.Ordinal);
        if (!isShop && answer.Headers.TryGetValue("Set-Cookie", out var cookie)) Assert.Matches(isSent ? "^__Host-page=[0-9a-f]{16}; Path=/; Secure; HttpOnly; SameSite=Lax$" : "^no cookie$", cookie);
        return new ShownPage(address, answer);
    }
}
