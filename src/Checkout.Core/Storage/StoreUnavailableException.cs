namespace Checkout.Core.Storage;

/// <summary>The store cannot take a change now. The caller may try again; nothing was sent upstream.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
