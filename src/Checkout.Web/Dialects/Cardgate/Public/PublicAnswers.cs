using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate.Public;

/// <summary>What pages with a public key are answered.</summary>
public sealed class PublicAnswers(PublicOrderReader reader, CreatePublicInvoice create, InvoiceViews views, PublicInvoiceWriter writer, FindInvoice find)
{
    public async Task<Answer> CreateAsync(PublicCaller caller, RequestDocument request)
    {
        var asked = reader.Read(request, caller);
        if (asked.Checks.Faults.Count > 0) return Refused.For(asked.Checks.Faults);

        var (payment, refusal) = await create.RunAsync(caller, asked);
        if (payment is not null) return new Answer(201, writer.Document(await views.OfAsync(payment), isMaker: true));
        // Not even the name of what is there: that opens a page.
        return Refused.For(refusal == Refusal.DuplicateReference
            ? new Fault(FaultKind.NotUnique, "reference_id is already used", request.Data[PublicAttributes.Reference].Pointer)
            : InvoiceRefusals.Of(refusal, request.Data[PublicAttributes.Service].Pointer));
    }

    public async Task<Answer> ReadAsync(string? invoice) =>
        await find.OfAnybodyAsync(invoice) is { } payment ? new Answer(200, writer.Document(await views.OfAsync(payment))) : Refused.For(Fault.NotFound);

    /// <summary>Which ways to pay there are, by their codes.</summary>
    public static Answer Services(PublicCaller caller, Place currency)
    {
        var checks = new FieldChecks();
        return InvoiceFields.TakenCurrency(currency, caller.Merchant, checks) is { } taken && checks.Faults.Count == 0
            ? ServiceAnswers.Offer(new CardService(taken), caller.Merchant, caller.IsTest)
            : Refused.For(checks.Faults);
    }
}
