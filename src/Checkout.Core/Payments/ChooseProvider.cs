using Checkout.Core.SavedCards;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments;

/// <summary>The provider that takes a charge, and with which word for the card; or why none does.</summary>
/// <param name="Token">The provider's own word for the saved card, still sealed; null: the card itself is sent, or typed there.</param>
public sealed record ChosenProvider(IConnector? Connector, byte[]? Token = null, Refusal Refusal = Refusal.None);

/// <summary>
/// Picks among a merchant's providers the first that can take this charge. A number or a code that is at hand goes only where our side
/// collects cards; a saved card only where it is known. None takes one of a merchant who is switched off.
/// </summary>
public sealed class ChooseProvider(IConnectors connectors, ISavedCardStore cards)
{
    public async ValueTask<ChosenProvider> RunAsync(Charge charge)
    {
        var all = connectors.For(charge.Merchant, charge.Payment.IsTest);
        if (all.Count == 0 || !charge.Merchant.Settings.Active) return new ChosenProvider(null, Refusal: Refusal.NoProvider);
        foreach (var connector in all)
        {
            if ((charge.Entry is { } entry && entry != connector.Entry) || !charge.Payment.CanGoTo(connector)) continue;
            if (charge.Saved is not { } saved) return new ChosenProvider(connector);
            if (saved.TokensAt.Contains(connector.Name) && await cards.TokenAsync(saved.Merchant, saved.Number, connector.Name) is { } token)
                return new ChosenProvider(connector, token);
            if (connector.Entry == CardEntry.Ours && saved.Sealed is not null) return new ChosenProvider(connector);
        }

        var fitting = all.Where(charge.Payment.CanGoTo).ToList();
        if (fitting.Count == 0) return new ChosenProvider(null, Refusal: Refusal.CannotHold);
        return new ChosenProvider(null, Refusal: fitting.Any(c => charge.Entry is not { } entry || c.Entry == entry) ? Refusal.TokenGone : Refusal.CardNotTaken);
    }
}
