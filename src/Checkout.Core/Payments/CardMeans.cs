using Checkout.Core.Cards;
using Checkout.Core.SavedCards;

namespace Checkout.Core.Payments;

/// <summary>
/// The card details that came with an order. <see cref="AskCode"/>: the security code is missing and wanted, so the page asks for it.
/// </summary>
public abstract record CardMeans
{
    private CardMeans()
    {
    }

    public SecurityCode? Code { get; init; }

    public bool AskCode { get; init; }

    /// <summary>Nothing yet: the page asks for a whole card, or offers the saved ones.</summary>
    public sealed record None : CardMeans;

    public sealed record Typed(TypedCard Card) : CardMeans;

    public sealed record Saved(SavedCard Card) : CardMeans;
}
