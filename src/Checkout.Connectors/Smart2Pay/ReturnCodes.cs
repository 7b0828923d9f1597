using Checkout.Core.Payments;

namespace Checkout.Connectors.Smart2Pay;

/// <summary>What their return codes mean to us.</summary>
internal static class ReturnCodes
{
    /// <summary>The key is there already, or another request about it is being worked on: something exists, so it has to be asked about.</summary>
    public static bool IsUnderWay(IReadOnlyList<long> codes) => codes.Any(code => code is 20 or 1010 or 2207);

    /// <summary>Refused because of where the payment stands, which may be just where it was wanted.</summary>
    public static bool IsWrongState(IReadOnlyList<long> codes) => codes.Any(code => code is 17 or 21 or 105 or 1006 or 2205);

    /// <summary>Why something that was tried has failed.</summary>
    public static PaymentReason OfFailure(IReadOnlyList<long> codes) => First(codes, OfFailure) ?? PaymentReason.Declined;

    /// <summary>Why a request was refused before anything was tried.</summary>
    public static PaymentReason OfRefusal(IReadOnlyList<long> codes) => First(codes, OfRefusal) ?? PaymentReason.ProviderError;

    private static PaymentReason? First(IReadOnlyList<long> codes, Func<long, PaymentReason?> meaning) => codes.Select(meaning).FirstOrDefault(reason => reason is not null);

    // What issuers say is 5000 plus the answer code of ISO 8583.
    private static PaymentReason? OfFailure(long code) => code switch
    {
        103 => PaymentReason.TooManyTries,
        104 => PaymentReason.LinkExpired,
        116 => PaymentReason.FraudDenied,
        117 => PaymentReason.FraudChallenged,
        118 => PaymentReason.ReviewRejected,
        119 => PaymentReason.CancelledByShopper,
        5005 => PaymentReason.Declined,
        5014 => PaymentReason.InvalidCard,
        5041 or 5043 => PaymentReason.LostOrStolenCard,
        5051 => PaymentReason.InsufficientFunds,
        5054 => PaymentReason.CardExpired,
        5057 => PaymentReason.NotPermitted,
        5061 => PaymentReason.LimitExceeded,
        5065 => PaymentReason.AuthenticationNeeded,
        5068 => PaymentReason.CaptureTimedOut,
        5082 => PaymentReason.WrongSecurityCode,
        5088 => PaymentReason.AuthenticationFailed,
        _ => Common(code),
    };

    private static PaymentReason? OfRefusal(long code) => code switch
    {
        1205 => PaymentReason.CardExpired,
        >= 1200 and <= 1299 => PaymentReason.InvalidCard,
        1012 or 1013 or 2201 or 2208 => PaymentReason.NotPermitted,
        _ => Common(code),
    };

    private static PaymentReason? Common(long code) => code switch
    {
        2206 => PaymentReason.RefundExceedsCaptured,
        2209 => PaymentReason.NotPermitted,
        2400 or 2401 or 2404 => PaymentReason.TokenNotAvailable,
        2402 => PaymentReason.TokenLimitReached,
        _ => null,
    };
}
