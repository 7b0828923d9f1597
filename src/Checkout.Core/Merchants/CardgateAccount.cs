namespace Checkout.Core.Merchants;

/// <summary>A door of a merchant in the Cardgate dialect.</summary>
/// <param name="Id">What its server calls itself: <c>coma_</c> and sixteen letters or digits.</param>
/// <param name="H2H">The merchant's own server may send card numbers. Its PCI duty is then the full one.</param>
/// <param name="Instant">A saved card may be charged without the shopper's code.</param>
public sealed record CardgateAccount(string Id, bool H2H, bool Instant);
