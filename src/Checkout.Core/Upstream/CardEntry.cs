namespace Checkout.Core.Upstream;

/// <summary>
/// Who collects the card for an upstream: our page asks for number and code and sends them on, or the shopper types both on the upstream's own
/// page and neither ever comes here.
/// </summary>
public enum CardEntry { Ours = 0, Theirs = 1 }
