namespace Checkout.Web.Hosting;

/// <summary>What the house writes down while it opens. Events 2000–2099.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Critical, "The server could not open and stops")]
    public static partial void NotOpened(ILogger log, Exception trouble);
}
