using Checkout.Web.Docs;
using Checkout.Web.Hosting;
using Checkout.Web.Sandbox;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>What the Cardgate dialect says of itself.</summary>
public static class CardgateDescription
{
    public static ApiDescription Make(SandboxSettings sandbox) => Of(Surfaces(sandbox.Enabled ? SandboxMerchant.PublicTestKey : "PUBLIC_KEY"));

    private static Surface[] Surfaces(string publicKey) =>
    [
        InvoiceOperations.Surface, ModerationOperations.Surface, SaleOperations.Surface, RefundOperations.Surface, ServiceOperations.Surface, TokenOperations.Surface,
        new PublicOperations(publicKey).Surface, new PageOperations(publicKey).Surface,
    ];

    private static ApiDescription Of(Surface[] surfaces) => new("cardgate", "Checkout: the Cardgate dialect")
    {
        Short = "Cardgate",
        About = "Card payments, one-click payments with kept cards, charges without the shopper, card checks and refunds, as Corefy and its white labels speak.",
        Operations = [.. surfaces.SelectMany(surface => surface.Operations)],
        Chapters = Chapters.All,
        Tables = WordTables.All,
        Notices = [new("invoiceCallback", "An invoice was made, or has come to another status", InvoiceShapes.WithCustomer, 200) { Headers = Callbacks.Headers }],
        PathWords = new Dictionary<string, string>
        {
            ["id"] = "The id of the answer; an invoice goes by its number too.",
            ["token"] = "The token, from payload.token.",
            ["code"] = "The code of the service, payment_card_eur_hpp.",
        },
        Owns = route => surfaces.Any(surface => surface.Has(route)),
        Key = new KeyScheme("accountAndKey", "basic", "The account's id as user name, its API key as password."),
        OtherKeys = [SaleOperations.Bearer],
        SandboxKey = $"{SandboxMerchant.H2HAccount.Id}:{SandboxMerchant.CardgateKey}",
        OwnKey = "ACCOUNT:KEY",
    };
}
