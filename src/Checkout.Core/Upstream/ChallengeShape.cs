namespace Checkout.Core.Upstream;

/// <summary>
/// The generation of 3-D Secure in whose words a card's bank is asked to look at the shopper: <c>PaReq</c>, <c>MD</c>, <c>TermUrl</c>, or
/// <c>creq</c>, <c>threeDSSessionData</c> (spec/cardgate.md §12).
/// </summary>
public enum ChallengeShape { First = 0, Second = 1 }
