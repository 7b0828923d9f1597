using System.Net;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Server.Chain;

/// <summary>A shopper without script on the way through two Checkouts and a bank. Wherever a page leads by itself or by its one button, they go.</summary>
internal sealed class ChainShopper(CheckoutClient first, CardEntry entry)
{
    public ChainShopper(ChainedCheckout chain)
        : this(chain.First, chain.Mode.Entry())
    {
    }

    private const int MostSteps = 40;

    private readonly Shopper _shopper = new(first);

    private bool IsTypedElsewhere => entry == CardEntry.Theirs;

    /// <summary>A card that the provider's simulator takes in this mode, by what shall happen.</summary>
    public static class Cards
    {
        public const string Good = "5519283812030000";
        public const string AlsoGood = "4111111111111111";
        public const string Bad = "4000000000000002";
        public const string Challenged = "4000000000003220";
        public const string ChallengedByPost = "5123817234060000";
        public const string Unanswered = "4000000000000119";
    }

    /// <summary>Opens the page of a new payment at the first Checkout.</summary>
    public Task<ShownPage> OrdersAsync(string reference, string? shopper = null, bool keep = true) =>
        _shopper.OrderAsync(Orders.Hosted(reference).With("Capture", true).With("GenerateCreditCardToken", keep).With("Customer.MerchantCustomerID", shopper ?? reference));

    /// <summary>From the page of a new payment to the form that asks for the card, here or at the provider; agrees that the card is kept.</summary>
    public async Task<ShownPage> ToTheFormAsync(ShownPage page)
    {
        if (!IsTypedElsewhere) return page;
        Assert.True(page.Has("typed-elsewhere"), page.Answer.ToString());
        Assert.False(page.Has("card-number") || page.Has("security-code"), page.Answer.ToString());
        (string, string)[] pressed = page.Has("save-card") ? [("pay", "1"), ("save-card", "1")] : [("pay", "1")];
        return await SendsAsync(page, "card", [.. Chosen(page), .. pressed]);
    }

    /// <summary>Types a card and pays; ends where something is to be decided, or back at the shop's door.</summary>
    public async Task<ShownPage> PaysAsync(ShownPage page, string number = Cards.Good)
    {
        var form = await ToTheFormAsync(page);
        Assert.True(form.Has("card-number"), form.Answer.ToString());
        return await TypesAsync(form, number);
    }

    /// <summary>Pays with the saved card that is offered and its three digits.</summary>
    public async Task<ShownPage> PaysByCodeAsync(ShownPage page)
    {
        var form = await ToTheFormAsync(page);
        Assert.False(form.Has("card-number"), form.Answer.ToString());
        return await SendsAsync(form, "card", [.. Chosen(form), ("security-code", "123"), ("pay", "1")]);
    }

    /// <summary>Types a card into a form that stands open.</summary>
    public Task<ShownPage> TypesAsync(ShownPage form, string number, string? code = null) =>
        SendsAsync(form, "card", Shopper.Typed(number, code ?? (number[0] == '3' ? "1234" : "123"), form.Has("save-card")));

    /// <summary>Types a card, presses pay, and closes the browser at that moment.</summary>
    public Task VanishesAsync(ShownPage form) => PostAsync(form, "card", Shopper.Typed(Cards.Good, save: form.Has("save-card")));

    public async Task<ShownPage> DecidesAsync(ShownPage bank, string decision)
    {
        Assert.True(bank.Has("approve"), bank.Answer.ToString());
        var (answer, brings) = await _shopper.PressesAtBankAsync(bank, decision);
        return await TravelsAsync(answer.Status == HttpStatusCode.TemporaryRedirect ? await _shopper.PostAsync(answer.Leads(answer.Location!), brings) : answer);
    }

    public async Task<ShownPage> PressesAsync(ShownPage page, string button) => await SendsAsync(page, button, [(button, "1")]);

    public async Task<ShownPage> OpensAsync(string address) => await TravelsAsync(await _shopper.GetAsync(address));

    /// <summary>Goes on until a page asks for something, or leads to the merchant's shop.</summary>
    public async Task<ShownPage> TravelsAsync(ShownPage page)
    {
        for (var step = 0; ; step++)
        {
            Assert.True(step < MostSteps, $"It goes round in circles at {page.Address}.\n{page.Answer}");
            if (page.Status == HttpStatusCode.SeeOther) page = await _shopper.GetAsync(page.Leads(page.Location!));
            else if (page.GoesTo is { } next && !next.StartsWith("https://shop.example", StringComparison.Ordinal)) page = await WaitAndGetAsync(page, next);
            else if (page.Has("continue") && page.Element("continue").Closest("form") is not null) page = await PostAsync(page, "continue", []);
            else return page;
        }
    }

    private async Task<ShownPage> SendsAsync(ShownPage page, string form, (string, string)[] typed) => await TravelsAsync(await PostAsync(page, form, typed));

    private Task<ShownPage> PostAsync(ShownPage page, string form, (string, string)[] typed) =>
        _shopper.PostAsync(page.Leads(page.Action(form)), page.Hidden(form).Concat(typed));

    private async Task<ShownPage> WaitAndGetAsync(ShownPage page, string next)
    {
        if (page.Has("waiting")) await Task.Delay(250);
        return await _shopper.GetAsync(page.Leads(next));
    }

    // The card that a browser would send because it is the one preselected.
    private static IEnumerable<(string, string)> Chosen(ShownPage page) =>
        page.Document.QuerySelector("input[name=saved-card][checked]")?.GetAttribute("value") is { } card ? [("saved-card", card)] : [];
}
