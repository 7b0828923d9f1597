using Checkout.Core.Chance;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Web.Sandbox;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>
/// The story of <c>POST /payment-invoices</c> once the request is read: find the token's card, refuse what is wrong, open the payment, answer.
/// Nothing is charged here: that is for the page, or for a sale.
/// </summary>
public sealed class CreateInvoice(TakePayment take, FindSavedCard find, IPaymentStore store, InvoiceAnswers answers, CardgateTools tools)
{
    private const string TokenPointer = "/data/attributes/token";
    private const string ServicePointer = "/data/attributes/service";

    /// <summary>Unknown, another's, cancelled, expired: one answer for all, so that nobody learns which.</summary>
    private static readonly Fault WrongToken = new(FaultKind.Invalid, "token is not a token of this customer", TokenPointer);

    /// <param name="caller">Who asks.</param>
    /// <param name="asked">What was sent.</param>
    /// <param name="scenario">The scenario the request names, if any.</param>
    public async Task<Answer> RunAsync(CardgateCaller caller, AskedInvoice asked, string? scenario)
    {
        var card = asked.Token is { } token ? await find.RunAsync(caller.Merchant.Id, token) : null;
        if (asked.Token is not null && asked.Shopper is not null && !Pays(card, asked)) asked.Checks.Fail(WrongToken);
        if (asked.Checks.Faults.Count > 0) return Refused.For(asked.Checks.Faults);

        var order = Order(caller, asked).Playing(scenario);
        var result = await take.RunAsync(order, card is null ? new CardMeans.None() : new CardMeans.Saved(card) { AskCode = true });
        return result is { Refusal: Refusal.None, Payment: { } payment } ? await answers.CreatedAsync(payment) : await RefuseAsync(result.Refusal, order);
    }

    /// <summary>
    /// A token pays for the shopper it was made for and nobody else, and one that names no shopper only where it was made (STO-3). A card that
    /// has expired may still be charged by the merchant alone, because issuers renew cards (STO-4).
    /// </summary>
    private bool Pays(SavedCard? card, AskedInvoice asked) => card is { IsUsable: true } && card.Shopper == asked.Shopper
        && (asked.Options.IsInstant || !card.Face.Expiry.IsPastOn(tools.Today));

    private PaymentOrder Order(CardgateCaller caller, AskedInvoice asked)
    {
        var notes = new CardgateNotes
        {
            Invoice = tools.Ids.NewInvoice(),
            Session = tools.Ids.NewSession(),
            Account = caller.Account.Id,
            Service = asked.Service,
            Metadata = asked.Metadata,
            Customer = asked.Customer,
            IsInstant = asked.Options.IsInstant,
            HasBearer = asked.Options.IsInstant || caller.Account.H2H,
        };
        return new PaymentOrder
        {
            Merchant = caller.Merchant,
            Dialect = Dialect.Cardgate,
            IsTest = asked.IsTest,
            Purpose = asked.Verifies ? PaymentPurpose.CardCheck : PaymentPurpose.Purchase,
            Reference = asked.Reference ?? tools.NewReference(),
            Amount = asked.Amount!.Value,
            CaptureNow = true,
            IsBlocked = caller.Merchant.Settings.ModeratesInvoices,
            ThreeDSecure = caller.Merchant.Settings.ThreeDSecure,
            // A card is checked to be kept, where it is known for whom.
            KeepCard = asked.Options.Tokenizes || ((asked.Verifies || caller.Merchant.Settings.TokenizeAll) && asked.Shopper is not null),
            Shopper = asked.Shopper,
            ReturnUrl = asked.ReturnUrl,
            LinkLifetime = asked.Lifetime,
            Details = Details(asked, notes, caller.Merchant.Settings),
            PublicIds = [notes.Invoice, notes.Session],
        };
    }

    private static PaymentDetails Details(AskedInvoice asked, CardgateNotes notes, MerchantSettings settings) => asked.Details with
    {
        HidesSavedCards = asked.Options.RestrictsSavedCards || asked.Verifies || !settings.RememberedCards,
        MostTries = asked.Options.MostTries ?? settings.PageTries,
        Page = asked.Options.Page,
        SkipsResult = asked.Options.SkipsResult,
        AwaitsChoice = notes.Service is null,
        DialectNotes = notes.Write(),
    };

    private async Task<Answer> RefuseAsync(Refusal refusal, PaymentOrder order) => refusal switch
    {
        Refusal.DuplicateReference => Refused.For(await DuplicateAsync(order)),
        Refusal.TokenGone or Refusal.TokenSpent => Refused.For(WrongToken),
        _ => Refused.For(InvoiceRefusals.Of(refusal, ServicePointer)),
    };

    private async ValueTask<Fault> DuplicateAsync(PaymentOrder order)
    {
        // One that a stranger made is not what the caller looks for.
        var existing = await store.FindByReferenceAsync(order.Merchant.Id, order.Dialect, order.IsTest, order.Reference);
        return new Fault(
            FaultKind.NotUnique, "reference_id is already used", "/data/attributes/reference_id", Existing: existing is not null && CardgateNotes.Of(existing) is { IsPublic: false } notes ? notes.Invoice : null);
    }
}

/// <summary>The day, and names for what has none.</summary>
public sealed class CardgateTools(TimeProvider clock, IRandomSource random, CardgateIds ids)
{
    public CardgateIds Ids => ids;

    /// <summary>The day by which cards expire.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A reference in the form of a UUID, for a merchant who gave none.</summary>
    public string NewReference()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
