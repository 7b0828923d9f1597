namespace Checkout.Core.Payments;

/// <summary>The door a payment came in by. References are unique per door, and notices go back out by it.</summary>
public enum Dialect { Smart2Pay, Cardgate, Link }
