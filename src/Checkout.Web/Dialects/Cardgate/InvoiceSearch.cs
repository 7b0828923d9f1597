using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>
/// Finds the invoices of a list. Most of what can be asked the store tells by itself. A status in the dialect's words also hangs on refunds
/// and on what was said at the beginning, so those that come near are looked at one by one, as many as a list may cost.
/// </summary>
public sealed class InvoiceSearch(IPaymentStore store, ReadPayment read, InvoiceViews views)
{
    private const int MostLookedAt = 10_000;
    private const int AtOnce = 500;

    /// <returns>The invoices of the page, and how many were found up to one more than that; null when too many would have to be looked at.</returns>
    public async Task<(IReadOnlyList<InvoiceView> Shown, int Found)?> RunAsync(CardgateCaller caller, InvoiceQuery query)
    {
        var wanted = query.Wanted;
        var filter = query.Filter.Of(caller.Merchant.Id, query.Filter.IsOfStore ? wanted : AtOnce) with { OldestFirst = query.OldestFirst };
        if (!query.Filter.IsOfStore) return await LookAsync(filter, query);

        var found = await store.ListAsync(filter);
        List<InvoiceView> shown = [];
        foreach (var payment in found.Skip((query.Page - 1) * query.Size).Take(query.Size)) await AddAsync(shown, payment, query);
        return (shown, found.Count);
    }

    private async Task<(IReadOnlyList<InvoiceView>, int)?> LookAsync(PaymentFilter filter, InvoiceQuery query)
    {
        List<InvoiceView> fitting = [];
        for (var looked = 0; looked < MostLookedAt; looked += AtOnce)
        {
            var some = await store.ListAsync(filter);
            foreach (var payment in some.TakeWhile(_ => fitting.Count < query.Wanted)) await AddAsync(fitting, payment, query);
            if (some.Count < AtOnce || fitting.Count >= query.Wanted) return ([.. fitting.Skip((query.Page - 1) * query.Size).Take(query.Size)], fitting.Count);
            filter = query.OldestFirst ? filter with { Since = some[^1].Number + 1 } : filter with { UpTo = some[^1].Number - 1 };
        }

        return null;
    }

    private async Task AddAsync(List<InvoiceView> list, Payment payment, InvoiceQuery query)
    {
        var view = await views.OfAsync(await PresentAsync(payment, query));
        if (query.Filter.Fits(view)) list.Add(view);
    }

    /// <summary>Whoever looks for one invoice wants to know how it stands now; a long list is shown as it is written down.</summary>
    private ValueTask<Payment> PresentAsync(Payment payment, InvoiceQuery query) => query.Filter.Reference is null ? ValueTask.FromResult(payment) : read.RefreshAsync(payment);
}
