using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Core.Tokens;
using Checkout.Core.Upstream;

namespace Checkout.Core.Desk;

/// <summary>Finds the payment behind a link, with what its page may show.</summary>
public sealed class TurnReader(IPaymentStore store, OfferedCards offered, IMerchants merchants, IOpaqueTokens tokens, EndPayment end)
{
    /// <summary>The word of a payment's link.</summary>
    public string LinkOf(Payment payment, bool hidesCards = false) => tokens.Seal(TokenPurpose.PageLink, PageLinks.Of(payment, hidesCards));

    public ValueTask<Turn?> FindAsync(string? link) => FindAsync(TokenPurpose.PageLink, link);

    public async ValueTask<Turn?> FindAsync(TokenPurpose purpose, string? word)
    {
        if (!tokens.TryOpen(purpose, word, out var target) || merchants.Find(target.Merchant) is not { } merchant) return null;
        if (await store.FindAsync(target.Merchant, target.Number) is not { } payment || !PageLinks.Fits(payment, target, out var hidesCards)) return null;
        return await OfAsync(await end.ExpireAsync(payment), merchant, hidesCards);
    }

    /// <summary>By a name that a browser knows the payment by. The page it opens is that of the link.</summary>
    public async ValueTask<Turn?> FindByPublicIdAsync(string id, bool hidesCards)
    {
        if (await store.FindByPublicIdAsync(id) is not { } payment || merchants.Find(payment.Merchant) is not { } merchant) return null;
        return await OfAsync(await end.ExpireAsync(payment), merchant, hidesCards);
    }

    public async ValueTask<Turn> AgainAsync(Turn turn) => await OfAsync(await store.FindAsync(turn.Payment.Merchant, turn.Payment.Number) ?? turn.Payment, turn);

    public ValueTask<Turn> OfAsync(Payment payment, Turn turn) => OfAsync(payment, turn.Merchant, turn.HidesCards);

    public async ValueTask<ShopperRedirect?> BankPageAsync(Turn turn)
    {
        if (turn.Payment.Status != PaymentStatus.AwaitingShopper) return null;
        var attempts = await store.AttemptsAsync(turn.Payment.Merchant, turn.Payment.Number);
        return attempts.LastOrDefault(a => a.State == AttemptState.AwaitingShopper)?.Redirect;
    }

    private async ValueTask<Turn> OfAsync(Payment payment, Merchant merchant, bool hidesCards)
    {
        var offer = await offered.OfAsync(payment, merchant, hidesCards);
        return new Turn(payment, merchant, offer.Cards, offer.Entry, LinkOf(payment, hidesCards), hidesCards) { Lost = offer.Lost, NewCardEntry = offer.NewCardEntry };
    }
}
