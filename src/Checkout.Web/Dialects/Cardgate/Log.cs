namespace Checkout.Web.Dialects.Cardgate;

/// <summary>What this room writes down: that something happened, never values of a request.</summary>
internal static partial class Log
{
    [LoggerMessage(4201, LogLevel.Warning, "The store took no change; the caller was asked to come back")]
    public static partial void StoreUnavailable(ILogger logger, Exception trouble);

    [LoggerMessage(4202, LogLevel.Error, "A request broke")]
    public static partial void Broken(ILogger logger, Exception trouble);
}
