using System.Text.Json.Nodes;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>How it gives money back.</summary>
internal sealed partial class CardgateShop
{
    public Task<Answer> RefundAsync(Answer invoice, JsonObject attributes) => RefundAsync(Id(invoice), attributes);

    /// <param name="name">The invoice's, or its number.</param>
    public Task<Answer> RefundAsync(string name, JsonObject attributes) => PostAsync($"/payment-invoices/{name}/refund", Document(attributes, "refund"));

    /// <summary>Asks in the words of one generation: the old one names the invoice in <c>data.id</c>, the new one inside.</summary>
    public Task<Answer> RefundAsync(Answer invoice, bool isOld, JsonObject attributes)
    {
        if (!isOld) return RefundAsync(invoice, attributes.And("invoiceId", Id(invoice)));
        var body = Document(attributes, "refund");
        body["data"]!["id"] = Id(invoice);
        return PostAsync($"/payment-invoices/{Id(invoice)}/refund", body);
    }

    /// <summary>The status of an invoice, and what of it was given back.</summary>
    public async Task<(string Status, string? Refunded)> StandsAsync(Answer invoice)
    {
        var read = Attributes(await GetAsync("/payment-invoices/" + Id(invoice)));
        return ((string)read["status"]!, read["refunded_amount"]?.ToJsonString());
    }
}

/// <summary>What a refund left in the simulator's ledger.</summary>
internal static class GivenBack
{
    /// <summary>Each refund that went through, in minor units.</summary>
    public static async Task<string> GivenBackAsync(this RunningCheckout checkout, Answer invoice) => string.Join(
        ", ", (await checkout.LedgerAsync((string)Attributes(invoice)["reference_id"]!)).Where(l => l is { Kind: "refund", State: "approved" }).Select(l => $"{l.Kind} {l.Amount}"));
}
