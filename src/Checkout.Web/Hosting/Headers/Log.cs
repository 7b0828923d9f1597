namespace Checkout.Web.Hosting.Headers;

internal static partial class Log
{
    [LoggerMessage(5101, LogLevel.Warning, "A browser reports that the content policy stopped something by {Directive}")]
    public static partial void PolicyStopped(ILogger logger, string directive);
}
