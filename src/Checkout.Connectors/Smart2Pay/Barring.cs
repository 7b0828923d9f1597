using System.Text.Json;
using Checkout.Connectors.Exchange;
using Checkout.Connectors.Smart2Pay.Wire;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Connectors.Smart2Pay;

/// <summary>Takes the reference of a charge that was not found, for a hosted payment whose link is thrown away.</summary>
internal sealed class Barring(Calls calls, Smart2PayAccount account)
{
    private const int LinkMinutes = 1;

    public async Task<ConnectorOutcome> RunAsync(BarRequest request, CancellationToken cancellation)
    {
        var reply = await calls.PostAsync("/v1/payments", request.Reference + "-bar", json => Write(json, request), isNew: false, cancellation);
        if (reply is not Reply.Answer answer || Resource.In(answer.Body, "Payment") is not { } payment || IsOther(payment, request)) return new NotFound();
        if (answer.IsSuccess) return IsBar(payment) ? new Barred() : new NotFound();
        return ReturnCodes.IsUnderWay(payment.Codes) ? new Unknown(ConnectorFault.Undecided) : new NotFound();
    }

    /// <summary>A bar of ours that nobody paid; told by a note that only we can have written, because it names our reference.</summary>
    public static bool IsBar(Resource payment) => payment is { Reference: { } reference, Status: 1 or 3 or 4 or 5 } && payment.Description == Note(reference);

    private static bool IsOther(Resource payment, BarRequest request) => payment.Reference is { } said && said != request.Reference;

    private static string Note(string reference) => "Not to be paid: " + reference;

    // The amount and the wish to capture are the charge's own: should it be paid against all odds, it is the payment that was wanted.
    private void Write(Utf8JsonWriter json, BarRequest request)
    {
        json.WriteStartObject();
        json.WriteStartObject("Payment"u8);
        json.WriteString("MerchantTransactionID"u8, request.Reference);
        json.WriteNumber("Amount"u8, request.Amount.Minor);
        json.WriteString("Currency"u8, request.Amount.Currency.Code);
        json.WriteString("ReturnURL"u8, account.Url.AbsoluteUri);
        json.WriteString("Description"u8, Note(request.Reference));
        json.WriteBoolean("Capture"u8, request.Captures);
        json.WriteNumber("PaymentTokenLifetime"u8, LinkMinutes);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
