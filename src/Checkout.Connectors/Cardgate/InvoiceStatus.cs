namespace Checkout.Connectors.Cardgate;

/// <summary>What a status of an invoice means for us.</summary>
internal enum InvoiceMeaning
{
    /// <summary>Nothing is decided yet; also every status we do not know.</summary>
    Pending,
    Paid,
    PaidInPart,
    Failed,
    Expired,
    Ended,
}

/// <summary>The provider's statuses in our words. What happens to the money after it was paid does not undo that it was.</summary>
internal static class InvoiceStatus
{
    public static InvoiceMeaning Of(string? status) => status switch
    {
        "processed" => InvoiceMeaning.Paid,
        "refunding" or "refund_pending" or "refund_error" or "refund_failed" or "partially_refunded" or "refunded" => InvoiceMeaning.Paid,
        "partially_charged_back" or "charged_back" => InvoiceMeaning.Paid,
        "partially_processed" => InvoiceMeaning.PaidInPart,
        "process_failed" or "authorize_failed" => InvoiceMeaning.Failed,
        "expired" => InvoiceMeaning.Expired,
        "terminated" => InvoiceMeaning.Ended,
        _ => InvoiceMeaning.Pending,
    };
}
