namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>What this room writes down: numbers and codes, never values of a request.</summary>
internal static partial class Log
{
    [LoggerMessage(4101, LogLevel.Information, "Merchant {Merchant}: request i{InvalidRequest} is invalid: {Codes}")]
    public static partial void InvalidRequest(ILogger logger, int merchant, long invalidRequest, string codes);

    [LoggerMessage(4102, LogLevel.Warning, "Merchant {Merchant}: the answer about payment {Payment} could not be kept for a repeated request")]
    public static partial void AnswerNotKept(ILogger logger, int merchant, long? payment);

    [LoggerMessage(4103, LogLevel.Warning, "The store took no change; the caller was asked to come back")]
    public static partial void StoreUnavailable(ILogger logger, Exception trouble);

    [LoggerMessage(4104, LogLevel.Error, "A request broke")]
    public static partial void Broken(ILogger logger, Exception trouble);
}
