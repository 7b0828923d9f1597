using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Checkout.Tests.Server;

/// <summary>A page as a browser without script gets it, with the address it came from.</summary>
public sealed record ShownPage(string Address, Answer Answer)
{
    public IHtmlDocument Document { get; } = new HtmlParser().ParseDocument(Answer.Body);

    public HttpStatusCode Status => Answer.Status;

    public string? Location => Answer.Headers.GetValueOrDefault("Location");

    public string Text => Document.Body!.TextContent;

    public bool Has(string id) => Document.GetElementById(id) is not null;

    public IElement Element(string id) => Document.GetElementById(id) ?? throw new Xunit.Sdk.XunitException($"There is no #{id} on {Address}:\n{Answer}");

    public string? Value(string id) => Element(id).GetAttribute("value");

    /// <summary>Where the page goes by itself.</summary>
    public string? GoesTo => Document.QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content")?.Split(";url=", 2)[1];

    /// <summary>Where the link back to the shop leads.</summary>
    public string? Back => Document.GetElementById("back-to-shop")?.GetAttribute("href");

    /// <summary>The form with this id, or around or in the element with it.</summary>
    public IElement Form(string id) => Element(id).Closest("form") ?? Element(id).QuerySelector("form") ?? throw new Xunit.Sdk.XunitException($"#{id} has to do with no form.");

    public string Action(string form) => Form(form).GetAttribute("action")!;

    /// <summary>An address on this page as a browser understands it: on another server's page a path leads to that server.</summary>
    public string Leads(string address) =>
        Uri.TryCreate(Address, UriKind.Absolute, out var here) && here.Scheme is "http" or "https" && address.StartsWith('/') ? new Uri(here, address).AbsoluteUri : address;

    /// <summary>The hidden fields of a form.</summary>
    public IEnumerable<(string Name, string Value)> Hidden(string form) =>
        Form(form).QuerySelectorAll("input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
}
