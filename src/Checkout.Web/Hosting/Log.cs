namespace Checkout.Web.Hosting;

/// <summary>What the house itself writes down. Never an address: a page's address is a key to a payment. Events 2000–2099.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Critical, "The server could not open and stops")]
    public static partial void NotOpened(ILogger log, Exception trouble);

    [LoggerMessage(2011, LogLevel.Warning, "The store took no change; the shopper was asked to come back")]
    public static partial void PageUnavailable(ILogger logger, Exception trouble);

    [LoggerMessage(2012, LogLevel.Error, "A page broke")]
    public static partial void PageBroken(ILogger logger, Exception trouble);
}
