using System.Text.Json;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Cardgate;

/// <summary>
/// What became of a refund: from the provider's refund document, or from the list of refunds that an invoice carries. Older providers answer
/// with the invoice and list nothing.
/// </summary>
internal static class RefundReading
{
    /// <summary>The answer to a refund that was asked for.</summary>
    public static ConnectorOutcome OfAnswer(JsonElement body, FollowUpRequest request)
    {
        var data = body.Part("data");
        if (data.Text("type") is "refunds" or "refund") return OfDocument(data, request.Reference, request.Amount.Currency);
        if (Invoice.Read(data) is not { } invoice) return new ConnectorOutcome.Unknown(ConnectorFault.UnreadableAnswer);
        if (invoice.Reference != request.Target) return new ConnectorOutcome.Unknown(ConnectorFault.WrongReference);
        if (Listed(invoice, request.Reference) is { } listed) return listed;
        var isDone = invoice.Status is "refunded" or "partially_refunded" && invoice.GivenBack?.Minor >= request.Amount.Minor;
        return new ConnectorOutcome.Approved(request.Amount, isDone ? ApprovalStage.Done : ApprovalStage.Requested);
    }

    /// <summary>What the invoice says about a refund of ours that was sent some time ago.</summary>
    public static ConnectorOutcome OfInvoice(Invoice invoice, string reference)
    {
        if (Listed(invoice, reference) is { } listed) return listed;

        // More was given back, or is about to be, than the list names: it may be ours.
        var isListComplete = (invoice.GivenBack?.Minor ?? 0) <= Done(invoice).Sum(r => r.Minor) && invoice.Status is not ("refunding" or "refund_pending" or "refund_error");
        return isListComplete ? new ConnectorOutcome.NotFound() : new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer);
    }

    /// <summary>Other refunds have given back so much that this one can never be carried out.</summary>
    public static bool LeavesTooLittle(Invoice invoice, FollowUpRequest request)
    {
        if (Listed(invoice, request.Reference) is not null || invoice.Currency != request.Amount.Currency) return false;
        return (invoice.Paid ?? invoice.Amount) is { } taken && taken.Minor - Done(invoice).Sum(r => r.Minor) < request.Amount.Minor;
    }

    private static ConnectorOutcome? Listed(Invoice invoice, string reference)
    {
        var ours = invoice.Refunds.FirstOrDefault(r => Attributes(r).Text("reference_id") == reference);
        return ours.ValueKind == JsonValueKind.Object && invoice.Currency is { } currency ? OfDocument(ours, reference, currency) : null;
    }

    private static ConnectorOutcome OfDocument(JsonElement refund, string reference, Currency currency)
    {
        var said = Attributes(refund);
        if (said.Text("reference_id") != reference) return new ConnectorOutcome.Unknown(ConnectorFault.WrongReference);
        if (AmountOf(said, currency) is not { } amount) return new ConnectorOutcome.Unknown(ConnectorFault.UnreadableAnswer);
        return said.Text("status") switch
        {
            "processed" => new ConnectorOutcome.Approved(amount, ApprovalStage.Done, refund.Text("id")),
            "process_failed" => new ConnectorOutcome.Declined(PaymentReason.Declined),
            _ => new ConnectorOutcome.Approved(amount, ApprovalStage.Requested, refund.Text("id")),
        };
    }

    private static IEnumerable<Amount> Done(Invoice invoice) => invoice.Currency is not { } currency ? [] :
        from refund in invoice.Refunds
        let said = Attributes(refund)
        where said.Text("status") == "processed"
        let amount = AmountOf(said, currency)
        where amount is not null
        select amount.Value;

    // Listed as a resource or plainly; the currency is left out where it can only be the invoice's.
    private static JsonElement Attributes(JsonElement refund) => refund.Part("attributes") is { ValueKind: JsonValueKind.Object } inner ? inner : refund;

    private static Amount? AmountOf(JsonElement said, Currency currency) =>
        said.Text("currency") is null ? said.AmountOf("amount", currency) : said.CurrencyOf("currency") is { } own ? said.AmountOf("amount", own) : null;
}
