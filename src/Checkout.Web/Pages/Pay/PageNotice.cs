using Checkout.Web.Dialects.Link;
using Checkout.Web.Pages.Pay.Wishes;
using Checkout.Web.Pages.Pay.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Checkout.Web.Pages.Pay;

/// <summary>
/// A page that holds a heading and a sentence, and a way out where a payment is open. The one for an unknown link names neither payment nor merchant and is the same
/// byte for byte whatever made the link unknown.
/// </summary>
public static class PageNotice
{
    private static readonly EmptyModelMetadataProvider Metadata = new();

    public static ActionResult UnknownLink(HttpContext http) => Show(http, StatusCodes.Status404NotFound, texts => texts.UnknownLink);

    public static ActionResult TooLarge(HttpContext http) => Show(http, StatusCodes.Status413PayloadTooLarge, texts => texts.TooLarge);

    /// <summary>The merchant takes no cards now.</summary>
    private static ViewResult Untaken(HttpContext http) => Show(http, StatusCodes.Status503ServiceUnavailable, texts => texts.LinkUntaken);

    /// <summary>The merchant takes no cards now, and the shopper may leave the payment that is open.</summary>
    /// <param name="nonce">Of <see cref="Form.FormStep.Leave"/>.</param>
    public static ActionResult Untaken(Visit visit, string nonce) =>
        View(StatusCodes.Status503ServiceUnavailable, new NoticeModel(visit.Texts, visit.Texts.LinkUntaken) { Leaves = visit, Nonce = nonce });

    /// <summary>The store takes no change now.</summary>
    public static ActionResult Unavailable(HttpContext http) => Show(http, StatusCodes.Status503ServiceUnavailable, texts => texts.Unavailable);

    /// <summary>Something of ours broke.</summary>
    public static ActionResult Broken(HttpContext http) => Show(http, StatusCodes.Status500InternalServerError, texts => texts.Broken);

    /// <summary>A payment link that does not open; one that was not signed by the merchant is an unknown one.</summary>
    public static ActionResult Problem(HttpContext http, LinkFault fault, string? parameter) => fault switch
    {
        LinkFault.NotSigned => UnknownLink(http),
        LinkFault.Lapsed => Show(http, StatusCodes.Status410Gone, texts => texts.LinkLapsed),
        LinkFault.InvalidParameter => Show(http, StatusCodes.Status400BadRequest, texts => texts.LinkFaulty with { Text = Fill.In(texts.LinkFaulty.Text, parameter ?? "") }),
        LinkFault.NoProvider => Untaken(http),
        LinkFault.Used => Show(http, StatusCodes.Status409Conflict, texts => texts.LinkUsed),
        LinkFault.OtherPayment => Show(http, StatusCodes.Status409Conflict, texts => texts.LinkOther),
    };

    private static ViewResult Show(HttpContext http, int status, Func<PageTexts, Saying> saying)
    {
        var languages = Languages.Among(WishReader.AvailableIn(name => http.Request.Query[name]));
        var texts = Languages.Choose(PickedLanguage.In(http.Request, languages), null, http.Request.Headers.AcceptLanguage, languages);
        return View(status, new NoticeModel(texts, saying(texts)));
    }

    private static ViewResult View(int status, NoticeModel model) => new()
    {
        StatusCode = status,
        ViewName = "/Pages/Pay/_Notice.cshtml",
        ViewData = new ViewDataDictionary<NoticeModel>(Metadata, new ModelStateDictionary()) { Model = model },
    };
}

/// <summary>What a notice says.</summary>
public sealed record NoticeModel(PageTexts Texts, Saying Saying) : IFramed
{
    /// <summary>The open payment that can be left by a button; null: none.</summary>
    public Visit? Leaves { get; init; }

    public string? Nonce { get; init; }

    public Frame Frame => new() { Texts = Texts, Title = Saying.Title };
}
