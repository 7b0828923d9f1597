using System.Text.Json;
using Checkout.Connectors.Exchange;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Cardgate;

/// <summary>What the card gate says to a sale. Some say it at the top of their answer, some inside <c>data</c>, some at both places.</summary>
internal static class SaleAnswer
{
    public static ConnectorOutcome Read(Reply.Answer answer, string invoiceId)
    {
        if (!answer.IsSuccess) return Refused(answer);
        var inside = answer.Body.Part("data").Part("attributes");
        var status = answer.Body.Text("status") ?? inside.Text("status");
        if (status is null) return new ConnectorOutcome.Unknown(ConnectorFault.UnreadableAnswer);
        return InvoiceStatus.Of(status) switch
        {
            InvoiceMeaning.Paid when AmountOf(inside) is { } amount => new ConnectorOutcome.Approved(amount, ApprovalStage.Done, invoiceId),
            // Paid, but who knows how much: the invoice says.
            InvoiceMeaning.Paid or InvoiceMeaning.PaidInPart => new ConnectorOutcome.Unknown(ConnectorFault.UnreadableAnswer),
            InvoiceMeaning.Failed => new ConnectorOutcome.Declined(Resolutions.ReasonOf(answer.Body.Text("resolution") ?? inside.Text("resolution"))),
            InvoiceMeaning.Expired => new ConnectorOutcome.Declined(PaymentReason.LinkExpired),
            InvoiceMeaning.Ended => new ConnectorOutcome.Cancelled(),
            InvoiceMeaning.Pending when Challenge(answer.Body, inside) is { } bank => new ConnectorOutcome.NeedsShopper(bank, invoiceId),
            InvoiceMeaning.Pending => new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer),
        };
    }

    /// <summary>The sale was paid, as far as its answer says.</summary>
    public static bool IsPaid(Reply.Answer answer) =>
        answer.IsSuccess && InvoiceStatus.Of(answer.Body.Text("status") ?? answer.Body.Part("data").Part("attributes").Text("status")) is InvoiceMeaning.Paid or InvoiceMeaning.PaidInPart;

    private static ShopperRedirect? Challenge(JsonElement body, JsonElement inside) =>
        Redirects.Read(body.Part("auth_payload")) ?? Redirects.Read(inside.Part("auth_payload"));

    private static Amount? AmountOf(JsonElement inside) => inside.CurrencyOf("currency") is { } currency ? inside.AmountOf("amount", currency) : null;

    private static ConnectorOutcome Refused(Reply.Answer answer)
    {
        if (Refusal.Read(answer) is not { } refusal) return new ConnectorOutcome.Unknown(ConnectorFault.UnreadableAnswer);
        return new ConnectorOutcome.Declined(refusal.Status switch
        {
            // The bearer came with the invoice a moment ago: cards are not taken from us here.
            401 or 403 => PaymentReason.NotPermitted,
            422 when refusal.IsAbout("cvv") => PaymentReason.WrongSecurityCode,
            422 when refusal.IsAbout("card_number") || refusal.IsAbout("card_holder") || refusal.IsAbout("exp_month") || refusal.IsAbout("exp_year") => PaymentReason.InvalidCard,
            _ => PaymentReason.ProviderError,
        });
    }
}
