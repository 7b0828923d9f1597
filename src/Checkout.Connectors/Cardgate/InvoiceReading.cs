using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Cardgate;

/// <summary>What an invoice says became of our charge. It decides only when it is ours by reference and its amount can be read (PAY-5).</summary>
internal static class InvoiceReading
{
    /// <param name="invoice">As the provider shows it now.</param>
    /// <param name="reference">Our name for the charge.</param>
    /// <param name="mayVisit">While nothing is decided the shopper may go on at the provider's page.</param>
    public static ConnectorOutcome Of(Invoice invoice, string reference, bool mayVisit)
    {
        if (invoice.Reference != reference) return new ConnectorOutcome.Unknown(ConnectorFault.WrongReference);
        if (invoice.Amount is not { } amount) return new ConnectorOutcome.Unknown(ConnectorFault.UnreadableAnswer);
        return InvoiceStatus.Of(invoice.Status) switch
        {
            // What was paid is compared by Core; it may be named without the fee that the shopper paid on top.
            InvoiceMeaning.Paid when invoice.Paid is { } paid && paid != amount && paid != invoice.Asked => Approved(invoice, paid),
            InvoiceMeaning.Paid => Approved(invoice, amount),
            InvoiceMeaning.PaidInPart when invoice.Paid is { } part => Approved(invoice, part),
            InvoiceMeaning.PaidInPart => new ConnectorOutcome.Unknown(ConnectorFault.UnreadableAnswer),
            InvoiceMeaning.Failed => new ConnectorOutcome.Declined(Resolutions.ReasonOf(invoice.Resolution)) { Challenge = invoice.Challenge },
            InvoiceMeaning.Expired => new ConnectorOutcome.Declined(PaymentReason.LinkExpired),
            InvoiceMeaning.Ended => new ConnectorOutcome.Cancelled(),
            InvoiceMeaning.Pending when mayVisit && invoice.Redirect is { } redirect => new ConnectorOutcome.NeedsShopper(redirect, invoice.Id),
            InvoiceMeaning.Pending => new ConnectorOutcome.Unknown(ConnectorFault.Undecided),
        };
    }

    private static ConnectorOutcome.Approved Approved(Invoice invoice, Core.Money.Amount amount) => new(amount, ApprovalStage.Done, invoice.Id)
    {
        Token = invoice.Token,
        Card = invoice.Card,
        Facts = invoice.Facts,
        ApprovalCode = invoice.ApprovalCode,
        Challenge = invoice.Challenge,
        AcquirerReference = invoice.AcquirerReference,
        // They tell of one that is over only.
        Dispute = invoice.Status is "charged_back" or "partially_charged_back" ? new DisputeWord(DisputeState.ChargedBack, (invoice.ChargedBack ?? invoice.Paid ?? amount).Minor) : null,
    };
}
