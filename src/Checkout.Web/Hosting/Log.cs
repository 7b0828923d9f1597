namespace Checkout.Web.Hosting;

/// <summary>What the house itself writes down. Never an address: a page's address is a key to a payment.</summary>
internal static partial class Log
{
    [LoggerMessage(5201, LogLevel.Warning, "The store took no change; the shopper was asked to come back")]
    public static partial void PageUnavailable(ILogger logger, Exception trouble);

    [LoggerMessage(5202, LogLevel.Error, "A page broke")]
    public static partial void PageBroken(ILogger logger, Exception trouble);
}
