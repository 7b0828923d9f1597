using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Web.Sandbox;

namespace Checkout.Web.Dialects.Cardgate.Public;

/// <summary>Opens the payment that a stranger asks for with the public key, once its fields are read and good. It belongs to no known shopper.</summary>
public sealed class CreatePublicInvoice(TakePayment take, IPaymentStore store, CardgateTools tools)
{
    public Task<TakeResult> RunAsync(PublicCaller caller, AskedInvoice asked) => take.RunAsync(Order(caller, asked).Playing(), new CardMeans.None());

    /// <summary>The payment under this reference, whoever made it.</summary>
    public ValueTask<Payment?> FindAsync(PublicCaller caller, string reference) => store.FindByReferenceAsync(caller.Merchant.Id, Dialect.Cardgate, caller.IsTest, reference);

    private PaymentOrder Order(PublicCaller caller, AskedInvoice asked)
    {
        var notes = new CardgateNotes
        {
            Invoice = tools.Ids.NewInvoice(),
            Session = tools.Ids.NewSession(),
            IsPublic = true,
            Service = asked.Service,
            Metadata = asked.Metadata,
            Customer = asked.Customer,
        };
        return new PaymentOrder
        {
            Merchant = caller.Merchant,
            Dialect = Dialect.Cardgate,
            IsTest = caller.IsTest,
            Reference = asked.Reference ?? tools.NewReference(),
            Amount = asked.Amount!.Value,
            CaptureNow = true,
            IsBlocked = caller.Merchant.Settings.ModeratesInvoices,
            ThreeDSecure = caller.Merchant.Settings.ThreeDSecure,
            KeepCard = false,
            Shopper = null,
            ReturnUrl = asked.ReturnUrl,
            LinkLifetime = asked.Lifetime,
            Details = asked.Details with { MostTries = caller.Merchant.Settings.PageTries, AwaitsChoice = notes.Service is null, DialectNotes = notes.Write() },
            PublicIds = [notes.Invoice, notes.Session],
        };
    }
}
