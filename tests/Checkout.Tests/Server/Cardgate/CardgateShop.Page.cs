namespace Checkout.Tests.Server.Cardgate;

/// <summary>Where it sends its shoppers.</summary>
internal sealed partial class CardgateShop
{
    /// <summary>The page of an invoice.</summary>
    public static Task<ShownPage> OpenPageAsync(Answer invoice, Shopper shopper) => shopper.OpenAsync((string)Attributes(invoice)["flow_data"]!["action"]!);
}
