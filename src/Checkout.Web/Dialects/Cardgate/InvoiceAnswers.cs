using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Answers about invoices.</summary>
public sealed class InvoiceAnswers(InvoiceViews views, InvoiceWriter writer, InvoiceList list)
{
    /// <summary>Anything but 201 tells clients that nothing was made.</summary>
    public async Task<Answer> CreatedAsync(Payment payment) => new(201, writer.Document(await ViewAsync(payment)));

    public async Task<Answer> ReadAsync(Payment payment, bool withCustomer) => new(200, writer.Document(await ViewAsync(payment), withCustomer));

    public Task<Answer> ListAsync(CardgateCaller caller, InvoiceQuery query) => list.RunAsync(caller, query);

    private async ValueTask<InvoiceView> ViewAsync(Payment payment) =>
        await views.OfAsync(payment) ?? throw new InvalidOperationException("An invoice has lost its name.");
}
