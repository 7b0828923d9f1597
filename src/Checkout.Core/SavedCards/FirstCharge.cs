namespace Checkout.Core.SavedCards;

/// <summary>
/// The charge with which a saved card was proved, its shopper being there. Charges that the merchant makes alone refer to it (STO-1).
/// </summary>
/// <param name="Reference">Our name for it.</param>
/// <param name="UpstreamId">The upstream's own name for it; null: it told none.</param>
/// <param name="Connector">Where it was made: another upstream knows neither name.</param>
public sealed record FirstCharge(string Reference, string? UpstreamId, string Connector);
