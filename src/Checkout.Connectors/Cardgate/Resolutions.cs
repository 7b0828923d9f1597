using System.Collections.Frozen;
using Checkout.Core.Payments;

namespace Checkout.Connectors.Cardgate;

/// <summary>The provider's words for why nothing was charged, those of its current list and those of its test cards.</summary>
internal static class Resolutions
{
    private static readonly FrozenDictionary<string, PaymentReason> Table = new[]
    {
        Row(PaymentReason.Declined, "issuer_decline declined general_decline invalid_pin card_blocked_by_invalid_pin card_restricted card_restricted_by_acquirer"),
        Row(PaymentReason.Declined, "card_verification_failed duplicated_transaction transaction_expired"),
        Row(PaymentReason.InsufficientFunds, "insufficient_funds"),
        Row(PaymentReason.WrongSecurityCode, "invalid_cvv"),
        Row(PaymentReason.CardExpired, "card_expired invalid_expire_date"),
        Row(PaymentReason.AuthenticationNeeded, "auth_3ds_required auth_otp_required"),
        Row(PaymentReason.AuthenticationFailed, "client_auth_failed invalid_3ds_code invalid_otp_code invalid_otp unable_to_determine_3ds_enrolment"),
        Row(PaymentReason.AuthenticationFailed, "card_3ds_enrolled card_not_3ds_enrolled card_is_3ds_enrolled card_is_not_3ds_enrolled"),
        Row(PaymentReason.InvalidCard, "invalid_pan invalid_cardholder invalid_card invalid_card_type card_type_not_supported invalid_card_status invalid_details"),
        Row(PaymentReason.LostOrStolenCard, "card_lost card_stolen lost_or_stolen_card"),
        Row(PaymentReason.LimitExceeded, "card_usage_limit_violation card_usage_issuer_limit_violation limit_violation"),
        Row(PaymentReason.FatalDecline, "fatal_decline fatal_invalid_card fatal_timeout"),
        Row(PaymentReason.FatalError, "fatal_error general_fatal_error provider_fatal_error auth_fatal_error"),
        Row(PaymentReason.FraudDenied, "antifraud_error customer_blocked"),
        Row(PaymentReason.NotPermitted, "invalid_amount functionality_is_not_permitted access_denied"),
        Row(PaymentReason.ProviderError, "invalid_request invalid_credentials forced_captured no_routes_by_condition provider_error"),
        Row(PaymentReason.ProviderError, "error unknown unable_to_reconcile"),
    }.SelectMany(row => row).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A word that is not in the list, or none, is a plain decline.</summary>
    public static PaymentReason ReasonOf(string? resolution) =>
        resolution is not null && Table.TryGetValue(resolution, out var reason) ? reason : PaymentReason.Declined;

    private static IEnumerable<KeyValuePair<string, PaymentReason>> Row(PaymentReason reason, string words) =>
        words.Split(' ').Select(word => KeyValuePair.Create(word, reason));
}
