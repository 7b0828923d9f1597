using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Answers about invoices.</summary>
public sealed class InvoiceAnswers(InvoiceViews views, InvoiceWriter writer, InvoiceList list)
{
    /// <summary>Anything but 201 tells clients that nothing was made.</summary>
    public async Task<Answer> CreatedAsync(Payment payment) => new(201, writer.Document(await views.OfAsync(payment)));

    public async Task<Answer> ReadAsync(Payment payment, bool withCustomer) => new(200, writer.Document(await views.OfAsync(payment), withCustomer));

    public async Task<Answer> AfterAsync(InvoiceView before, Payment now) => new(200, writer.Document(await views.AfterAsync(before, now)));

    public Task<Answer> ListAsync(CardgateCaller caller, InvoiceQuery query) => list.RunAsync(caller, query);
}
