namespace Checkout.Core.Upstream;

/// <summary>What went wrong on the way to or from an upstream. After the first byte is sent, every fault means Unknown (PAY-5).</summary>
public enum ConnectorFault { NotConnected, NoAnswer, UnreadableAnswer, ServerError, WrongReference, Broken }
