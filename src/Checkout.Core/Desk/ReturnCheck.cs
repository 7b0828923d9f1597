using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Desk;

/// <summary>Whether what a browser brings back from a bank belongs to the payment it comes back for.</summary>
public sealed class ReturnCheck(IPaymentStore store, IConnectors connectors)
{
    /// <summary>
    /// False: it is about another payment, or nobody can read it. An earlier charge of the same payment is good enough: a browser keeps old pages,
    /// and what became of the present one is asked for anyway.
    /// </summary>
    public async ValueTask<bool> PassesAsync(Payment payment, BroughtBack brought)
    {
        if (brought is { IsTooMuch: false, Fields.Count: 0 }) return true;
        var charges = (await store.AttemptsAsync(payment.Merchant, payment.Number)).Where(a => a.Kind is AttemptKind.Authorise or AttemptKind.Verify).ToList();
        return charges.Count == 0 || charges.Any(charge => connectors.Named(charge.Merchant, charge.Connector) is not IKnowsReturns bank || bank.Belongs(charge.Reference, brought));
    }
}
