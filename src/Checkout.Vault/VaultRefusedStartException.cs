namespace Checkout.Vault;

/// <summary>
/// The vault cannot be opened and must not be made anew. The message is written for the operator: what is wrong and how to mend it.
/// The server ends with a non-zero status.
/// </summary>
public sealed class VaultRefusedStartException(string message, Exception? inner = null) : Exception(message, inner);
