using System.Globalization;
using System.Text.Json;
using Checkout.Connectors.Exchange;
using Checkout.Connectors.Smart2Pay.Wire;
using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Connectors.Smart2Pay;

/// <summary>Asks for payouts, and what became of them.</summary>
internal sealed class PayingOut(Calls calls, Smart2PayAccount account)
{
    private static readonly ConnectorOutcome Unreadable = new Unknown(ConnectorFault.UnreadableAnswer);

    public async Task<ConnectorOutcome> SendAsync(PayOutRequest request, CancellationToken cancellation)
    {
        var reply = await calls.PostAsync("/v1/payouts", request.Reference, json => Write(json, request), isNew: true, cancellation);
        if (reply is not Reply.Answer answer) return ((Reply.Fault)reply).Outcome;
        if (Calls.IsDenied(answer)) return new Declined(PaymentReason.ProviderError);
        if (answer.Status is 401 or 404 || Resource.In(answer.Body, "Payout") is not { } payout) return Unreadable;
        if (payout.Reference != request.Reference || payout.Site != account.Site) return new Unknown(ConnectorFault.WrongReference);
        if (answer.IsSuccess) return payout.Id is null ? Unreadable : StatusReading.OfRefund(payout);
        // Money that cannot come back is not sent twice: a refusal is believed only where it is plain.
        if (ReturnCodes.IsUnderWay(payout.Codes)) return new Unknown(ConnectorFault.NoAnswer);
        if (payout is { Id: not null, Status: 4 }) return new Declined(ReturnCodes.OfFailure(payout.Codes));
        return payout is { Id: null, Status: null, Codes.Count: > 0 } ? new Declined(ReturnCodes.OfRefusal(payout.Codes)) : Unreadable;
    }

    public async Task<ConnectorOutcome> QueryAsync(PayOutQuery query, CancellationToken cancellation)
    {
        var reply = await calls.GetAsync($"/v1/payouts?merchantTransactionID={Uri.EscapeDataString(query.Reference)}&limit=2", cancellation);
        if (reply is not Reply.Answer answer) return ((Reply.Fault)reply).Outcome;
        if (!answer.IsSuccess || answer.Body.List("Payouts") is not { } items) return Unreadable;
        if (items.Count == 0) return new NotFound();

        // A list of others only means that the filter was not understood.
        var ours = items.Select(item => new Resource(item)).Where(item => item.Reference == query.Reference && item.Site == account.Site).ToList();
        return ours.Count == 1 ? StatusReading.OfRefund(ours[0]) : new Unknown(ConnectorFault.WrongReference);
    }

    private static void Write(Utf8JsonWriter json, PayOutRequest request)
    {
        json.WriteStartObject();
        json.WriteStartObject("Payout"u8);
        json.WriteString("MerchantTransactionID"u8, request.Reference);
        json.Optional("OriginatorTransactionID"u8, Fields.Reference(request.MerchantReference));
        json.WriteNumber("Amount"u8, request.Amount.Minor);
        json.WriteString("Currency"u8, request.Amount.Currency.Code);
        json.Optional("Description"u8, Fields.Line(request.Details.Description, 255));
        json.Optional("StatementDescriptor"u8, Fields.Line(request.Details.StatementDescriptor, 255));
        PersonWriter.Customer(json, request.Details.Shopper, name: null);
        PersonWriter.Billing(json, request.Details.Billing);
        // The card comes last: should the buffer ever have to grow, it leaves no copy of a number behind.
        if (request.Token is { } token) Token(json, token);
        else Card(json, request.Card!);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Token(Utf8JsonWriter json, UpstreamToken token)
    {
        json.WriteStartObject("CreditCardToken"u8);
        json.WriteString("Value"u8, token.Reveal());
        json.WriteEndObject();
    }

    private static void Card(Utf8JsonWriter json, TypedCard card)
    {
        json.WriteStartObject("Card"u8);
        json.WriteString("HolderName"u8, Fields.Holder(card.Holder));
        json.WriteString("Number"u8, card.Number.Reveal());
        json.WriteString("ExpirationMonth"u8, card.Expiry.Month.ToString("00", CultureInfo.InvariantCulture));
        json.WriteString("ExpirationYear"u8, card.Expiry.Year.ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
