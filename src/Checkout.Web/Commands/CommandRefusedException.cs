namespace Checkout.Web.Commands;

/// <summary>A command cannot do what was asked; the message is a sentence for the operator.</summary>
public sealed class CommandRefusedException(string message) : Exception(message);
