using Checkout.Core.Merchants;
using Checkout.Core.Money;

namespace Checkout.Core.Payments;

/// <summary>A merchant's order for a payment, read and validated by a dialect.</summary>
public sealed record PaymentOrder
{
    public required Merchant Merchant { get; init; }

    public required Dialect Dialect { get; init; }

    public required bool IsTest { get; init; }

    public required string Reference { get; init; }

    public required Amount Amount { get; init; }

    /// <summary>A card check takes nothing, whatever the amount says.</summary>
    public PaymentPurpose Purpose { get; init; }

    public bool CaptureNow { get; init; }

    public bool ThreeDSecure { get; init; }

    public bool KeepCard { get; init; }

    /// <summary>Nothing is charged before the merchant has accepted the payment.</summary>
    public bool IsBlocked { get; init; }

    public string? Shopper { get; init; }

    public string? ReturnUrl { get; init; }

    /// <summary>How long a link can be paid.</summary>
    public required TimeSpan LinkLifetime { get; init; }

    public PaymentDetails Details { get; init; } = new();

    /// <summary>Names made by chance under which a browser may ask for the payment.</summary>
    public IReadOnlyList<string> PublicIds { get; init; } = [];
}
