namespace Checkout.Core.Upstream;

/// <summary>
/// What went wrong on the way to or from an upstream. After the first byte is sent, every fault means Unknown (PAY-5). <c>Undecided</c> is none
/// of the way: the upstream answered that it does not know yet.
/// </summary>
public enum ConnectorFault { NotConnected, NoAnswer, UnreadableAnswer, ServerError, WrongReference, Broken, Undecided }
