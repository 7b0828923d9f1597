namespace Checkout.Core.Payments;

public enum FraudStatus { Accept, Challenge, Deny }

/// <summary>What the upstream's fraud check said.</summary>
public sealed record FraudVerdict(FraudStatus Status, int Score, string Reason);
