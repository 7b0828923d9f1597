namespace Checkout.Core.SavedCards;

/// <summary>A sealed value does not open: it was moved, changed, or its key is gone. Never retried.</summary>
public sealed class VaultRefusedException(string message, Exception? inner = null) : Exception(message, inner);
