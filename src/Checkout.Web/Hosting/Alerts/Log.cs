namespace Checkout.Web.Hosting.Alerts;

/// <summary>What somebody has to look at. Events 2300–2399.</summary>
internal static partial class Log
{
    [LoggerMessage(2301, LogLevel.Error, "Merchant {Merchant} payment {Payment}: what the provider says of attempt {Attempt} cannot be true of it; the payment waits for an operator")]
    public static partial void Quarantined(ILogger log, int merchant, long payment, int attempt);

    [LoggerMessage(2302, LogLevel.Error, "Merchant {Merchant} payment {Payment}: attempt {Attempt} had come to nothing and was charged after all; it is settled by the merchant's rule for late charges")]
    public static partial void ChargedLate(ILogger log, int merchant, long payment, int attempt);

    [LoggerMessage(2303, LogLevel.Error, "Merchant {Merchant} payment {Payment}: a charge that no payment stands for could not be taken back by attempt {Attempt}; somebody has to refund it at the provider")]
    public static partial void NotTakenBack(ILogger log, int merchant, long payment, int attempt);

    [LoggerMessage(2304, LogLevel.Error, "Merchant {Merchant} payment {Payment}: the provider shows a charge for attempt {Attempt}, which had come to nothing, that cannot be its own; the payment stands by another charge, and somebody has to look at the provider's books")]
    public static partial void Contradicted(ILogger log, int merchant, long payment, int attempt);

    [LoggerMessage(2305, LogLevel.Error, "Merchant {Merchant} payment {Payment}: the provider has not said for more than an hour what became of attempt {Attempt}; it is asked on, and somebody should ask the provider too")]
    public static partial void LongInDoubt(ILogger log, int merchant, long payment, int attempt);

    [LoggerMessage(2309, LogLevel.Error, "Merchant {Merchant} payment {Payment}: attempt {Attempt} was charged, and the provider now says another amount of it, or that it is cancelled or declined; the payment stands as it did, and somebody has to look at the provider's books")]
    public static partial void ChangedUpstream(ILogger log, int merchant, long payment, int attempt);

    [LoggerMessage(2306, LogLevel.Error, "Merchant {Merchant} payout {Payout} had come to nothing and has paid all the same; it is a success now, and the merchant is told so: it must not be sent again under another reference")]
    public static partial void PaidOutLate(ILogger log, int merchant, long payout);

    [LoggerMessage(2307, LogLevel.Error, "Merchant {Merchant} payout {Payout}: the provider paid out another amount than was asked for; the payout waits for an operator")]
    public static partial void PayoutContradicted(ILogger log, int merchant, long payout);

    [LoggerMessage(2308, LogLevel.Error, "Merchant {Merchant} payout {Payout}: the provider has not said for more than an hour what became of it; it is asked on, and somebody should ask the provider too")]
    public static partial void PayoutLongInDoubt(ILogger log, int merchant, long payout);
}
