using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Tokens;
using Checkout.Core.Upstream;

namespace Checkout.Core.Desk;

/// <summary>
/// The one door shoppers' pages come in by. Whatever a page asks, it gets the present state back, so reload, back and a second tab are safe.
/// </summary>
public sealed class CheckoutDesk(TurnReader reader, ChargeCard charge, EndPayment end, ShopperActions actions, ReturnCheck check)
{
    /// <summary>Null: the link is unknown or tampered with.</summary>
    public async ValueTask<Turn?> FindAsync(string? link) => await FreshAsync(await reader.FindAsync(link));

    /// <summary>By a name that the merchant's dialect gave the payment for browsers. Null: nothing goes by it.</summary>
    /// <param name="id">The name.</param>
    /// <param name="hidesCards">The page by this name lists no remembered cards.</param>
    public async ValueTask<Turn?> FindByPublicIdAsync(string id, bool hidesCards) => await FreshAsync(await reader.FindByPublicIdAsync(id, hidesCards));

    /// <summary>
    /// Tries to pay. A form made for another version of the payment, or with another card where none may be used, does nothing; a saved card
    /// that is gone meanwhile is told as that.
    /// </summary>
    public async Task<Turn> PayAsync(Turn turn, EnteredCard entry)
    {
        if (turn.Payment is not { Status: PaymentStatus.Open, IsBlocked: false } || turn.Payment.Version != entry.Version) return turn;
        if (entry.SavedCard is null && !turn.AllowsOtherCard) return turn;
        var saved = entry.SavedCard is { } chosen ? turn.Cards.FirstOrDefault(c => c.Number == chosen) : null;
        if (saved is null && entry.Typed is null && (turn.NewCardEntry == CardEntry.Ours || entry.SavedCard is not null)) return await actions.NoteRefusalAsync(turn, Refusal.TokenGone);

        var result = await charge.RunAsync(new Charge
        {
            Merchant = turn.Merchant,
            Payment = turn.Payment with { Details = WithAdded(turn.Payment.Details, entry) },
            Typed = saved is null ? entry.Typed : null,
            Saved = saved,
            Code = entry.Code,
            Keep = saved is null ? entry.Keep && turn.Payment.KeepCard : saved.State == SavedCardState.Pending && turn.Payment.KeepCard,
            Consent = entry.Consent,
            By = Actor.Shopper,
            Browser = entry.Browser,
            HidesCards = turn.HidesCards,
        });
        return result.Refusal is Refusal.NoProvider or Refusal.TokenGone or Refusal.TokenSpent or Refusal.CardNotTaken or Refusal.CannotHold
            ? await actions.NoteRefusalAsync(turn, result.Refusal)
            : await AfterAsync(turn, result.Payment);
    }

    /// <summary>Back to the shop. An open challenge is cancelled at the bank first.</summary>
    public async Task<Turn> CancelAsync(Turn turn) => await reader.OfAsync(await end.CancelAsync(turn.Payment), turn);

    /// <summary>Gives up an open challenge, so that the form shows again as soon as the bank has confirmed it.</summary>
    public Task<Turn> UseAnotherCardAsync(Turn turn) => actions.AbandonAsync(turn);

    /// <summary>Takes a card off the shopper's list, with all tokens of that card.</summary>
    public Task<Turn> RemoveCardAsync(Turn turn, long savedCard) => actions.RemoveCardAsync(turn, savedCard);

    /// <summary>The shopper comes back from a bank page: that settles nothing, it only makes us ask (PAY-16).</summary>
    /// <returns>Null: unknown word, or what was brought back belongs to another payment.</returns>
    public async Task<Turn?> ReturnedAsync(string? returnWord, BroughtBack brought) =>
        await reader.FindAsync(TokenPurpose.BankReturn, returnWord) is { } turn && await check.PassesAsync(turn.Payment, brought) ? await actions.ReturnedAsync(turn) : null;

    /// <summary>The present state, with doubts settled that are due.</summary>
    public Task<Turn> RefreshAsync(Turn turn) => actions.RefreshAsync(turn);

    /// <summary>The bank page an AwaitingShopper payment has to visit; null in any other state.</summary>
    public ValueTask<ShopperRedirect?> BankPageAsync(Turn turn) => reader.BankPageAsync(turn);

    /// <summary>A shopper who comes here instead of back from the bank may have decided there already.</summary>
    private async ValueTask<Turn?> FreshAsync(Turn? turn) => turn is { Payment.Status: PaymentStatus.AwaitingShopper } ? await actions.RefreshAsync(turn) : turn;

    /// <summary>After a charge nobody may hear that nothing was paid: what came of it is told even when the store cannot be read.</summary>
    private async Task<Turn> AfterAsync(Turn turn, Payment? charged)
    {
        try
        {
            return await reader.AgainAsync(turn);
        }
        catch (StoreUnavailableException) when (charged is not null)
        {
            return turn with { Payment = charged, Cards = [] };
        }
    }

    private static PaymentDetails WithAdded(PaymentDetails details, EnteredCard entry) => details with
    {
        ClientIp = details.ClientIp ?? entry.Address,
        Shopper = entry.Added is { } added
            ? (details.Shopper ?? new()) with
            {
                Email = details.Shopper?.Email ?? added.Email,
                SocialSecurityNumber = details.Shopper?.SocialSecurityNumber ?? added.SocialSecurityNumber,
            }
            : details.Shopper,
        Billing = entry.AddedBilling is { } address ? (details.Billing ?? new()) with { Country = details.Billing?.Country ?? address.Country } : details.Billing,
    };
}
