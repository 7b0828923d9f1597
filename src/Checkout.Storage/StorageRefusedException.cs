namespace Checkout.Storage;

/// <summary>The archive cannot be opened in a way that keeps its promises. The message is a sentence for the operator; the server must not start.</summary>
public sealed class StorageRefusedException(string message, Exception? inner = null) : Exception(message, inner);
