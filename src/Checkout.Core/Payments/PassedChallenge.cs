namespace Checkout.Core.Payments;

/// <summary>
/// The shopper passed the challenge of the card's bank (3-D Secure), as the upstream tells. Where it does not tell, there is none: this is never
/// concluded from anything else.
/// </summary>
/// <param name="Eci">The network's word for how far the bank vouches, two digits; null: not told.</param>
/// <param name="Version">The version of 3-D Secure, <c>1</c> or <c>2</c>, or as the upstream writes it; null: not told.</param>
public sealed record PassedChallenge(string? Eci, string? Version);
