using System.Globalization;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>A payment as an invoice of this dialect, with everything an answer about it needs.</summary>
/// <param name="CardToken">The token the merchant may see; null: none.</param>
/// <param name="Bearer">The word that pays this invoice from the merchant's server; null: none, or it is over.</param>
public sealed record InvoiceView(
    Payment Payment, CardgateNotes Notes, IReadOnlyList<Attempt> Attempts, IReadOnlyList<Refund> Refunds, string? CardToken, string? Bearer)
{
    /// <summary>Nothing is said of the card, only the token for it.</summary>
    public bool HidesCard { get; init; }

    /// <summary>The latest try to charge or check the card.</summary>
    public Attempt? Charge => Attempts.LastOrDefault(a => a.Kind is AttemptKind.Authorise or AttemptKind.Verify);

    /// <summary>When it was paid; null while it is not. Of what an older version took only the time of the charge is known.</summary>
    public DateTimeOffset? Processed => CardgateStatus.IsProcessed(Payment.Status) ? Payment.Paid ?? Charge?.Submitted ?? Payment.Changed : null;

    /// <summary>What it is paid by: the service that was asked for, or that of the first card that was tried.</summary>
    public string? Service => Notes.Service ?? (Charge is null ? null : new CardService(Payment.Amount.Currency).Code);

    /// <summary>Whether the money is taken or the card only checked.</summary>
    public string PaymentFlow => Payment.Purpose == PaymentPurpose.CardCheck ? "verify" : "charge";

    /// <summary>Another dialect made it, and its page has no address in this one.</summary>
    public bool IsElsewhere => Payment.Dialect != Dialect.Cardgate;

    /// <summary>Whether this is the invoice's name; its number is another.</summary>
    public bool IsCalled(string name) => name == Notes.Invoice || name == Payment.Number.ToString(CultureInfo.InvariantCulture);

    public override string ToString() => Notes.Invoice;
}

/// <summary>Gathers what an invoice is made of.</summary>
public sealed class InvoiceViews(IPaymentStore store, FindSavedCard find, SessionTokens sessions, CardgateIds ids)
{
    private static readonly TimeSpan BearerLife = TimeSpan.FromHours(1);

    public async ValueTask<InvoiceView> OfAsync(Payment payment)
    {
        var notes = CardgateNotes.Of(payment) ?? CardgateNotes.OfElsewhere(payment, ids.Invoice(payment));
        var attempts = payment.Attempts == 0 ? [] : await store.AttemptsAsync(payment.Merchant, payment.Number);
        var refunds = CardgateStatus.IsProcessed(payment.Status) ? await store.RefundsAsync(payment.Merchant, payment.Number) : [];
        return new InvoiceView(payment, notes, attempts, refunds, CardTokenOf(payment), BearerOf(payment, notes));
    }

    /// <summary>
    /// The invoice after money was asked for: nobody may hear then that nothing was done, so what came of it is told even when the store cannot
    /// be read (PAY-20).
    /// </summary>
    /// <param name="before">The invoice as it was.</param>
    /// <param name="now">Its payment now.</param>
    public async ValueTask<InvoiceView> AfterAsync(InvoiceView before, Payment now)
    {
        try
        {
            return await OfAsync(now);
        }
        catch (StoreUnavailableException)
        {
            return before with { Payment = now, CardToken = CardTokenOf(now), Bearer = null };
        }
    }

    private string? CardTokenOf(Payment payment) =>
        payment is { ShowToken: true, SavedCard: { } card, SavedCardCheck: { } check } ? find.TokenOf(payment.Merchant, card, check) : null;

    private string? BearerOf(Payment payment, CardgateNotes notes)
    {
        if (!notes.HasBearer || payment is not { Status: PaymentStatus.Open, PayableUntil: { } payable }) return null;
        var until = payment.Created + BearerLife;
        return sessions.Make(notes.Session, payable < until ? payable : until);
    }
}
