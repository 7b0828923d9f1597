namespace Checkout.Web.Hosting.Providers;

/// <summary>What this room writes down. Events 2200–2299; from 2210 on somebody should look.</summary>
internal static partial class Log
{
    [LoggerMessage(2201, LogLevel.Information, "Merchant {Merchant}: a callback to {Connector} could not be confirmed now; the provider was asked to send it again")]
    public static partial void CallbackUnconfirmed(ILogger log, int merchant, string connector);

    [LoggerMessage(2202, LogLevel.Warning, "Merchant {Merchant}: a callback to {Connector} is about an operation we do not know")]
    public static partial void CallbackUnknown(ILogger log, int merchant, string connector);

    [LoggerMessage(2212, LogLevel.Error, "Merchant {Merchant}: the provider account {Connector} is out of use, because what is sealed of it does not open")]
    public static partial void AccountBroken(ILogger log, int merchant, string connector, Exception trouble);

    [LoggerMessage(2210, LogLevel.Error, "Merchant {Merchant}: a callback to {Connector} had no valid proof and was refused")]
    public static partial void CallbackForged(ILogger log, int merchant, string connector);

    [LoggerMessage(2211, LogLevel.Error, "Merchant {Merchant}: a callback to {Connector} contradicts what we asked for; nothing was changed by it")]
    public static partial void CallbackQuarantined(ILogger log, int merchant, string connector);
}
