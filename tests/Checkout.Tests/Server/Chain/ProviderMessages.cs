using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Core.Providers;
using Checkout.Web.Sandbox;

namespace Checkout.Tests.Server.Chain;

/// <summary>Messages as the provider of a chain sends them by itself, and as somebody does who is not the provider.</summary>
internal static class ProviderMessages
{
    /// <summary>Says where a payment stands; the proof that goes with it is the sender's matter.</summary>
    /// <param name="mode">In whose words.</param>
    /// <param name="reference">Our name for the operation.</param>
    /// <param name="minor">The amount it names.</param>
    /// <param name="status">In the words of Smart2Pay; Cardgate's follow from it.</param>
    public static string About(ProviderMode mode, string reference, long minor = 2599, int status = 11) => mode.Kind() == ProviderKind.Smart2Pay
        ? new JsonObject
        {
            ["Payment"] = new JsonObject
            {
                ["ID"] = 77, ["MerchantTransactionID"] = reference, ["SiteID"] = 1010, ["Amount"] = $"{minor}", ["Currency"] = "EUR", ["MethodID"] = 6,
                ["Status"] = new JsonObject { ["ID"] = status, ["Info"] = "Captured", ["Reasons"] = new JsonArray() },
            },
        }.ToJsonString()
        : new JsonObject
        {
            ["data"] = new JsonObject
            {
                ["type"] = "payment-invoices", ["id"] = "cpi_AAAAAAAAAAAAAAAA",
                ["attributes"] = new JsonObject
                {
                    ["reference_id"] = reference, ["status"] = Word(status), ["resolution"] = "ok", ["amount"] = minor / 100m, ["payment_amount"] = minor / 100m,
                    ["currency"] = "EUR", ["test_mode"] = true,
                },
            },
        }.ToJsonString();

    /// <param name="chain">Whose first server hears it.</param>
    /// <param name="body">The message.</param>
    /// <param name="proof">Null leaves the proof out; the right one when it is not given.</param>
    public static async Task<HttpStatusCode> SendAsync(ChainedCheckout chain, string body, string? proof = "right")
    {
        var isSmart2Pay = chain.Mode.Kind() == ProviderKind.Smart2Pay;
        using var request = new HttpRequestMessage(HttpMethod.Post, chain.CallbackUrl) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        var right = isSmart2Pay ? "Basic " + Convert.ToBase64String("1010:gabi"u8) : Signature(body);
        var sent = proof == "right" ? right : isSmart2Pay && proof is not null ? "Basic " + proof : proof;
        if (sent is not null) request.Headers.TryAddWithoutValidation(isSmart2Pay ? "Authorization" : "X-Signature", sent);
        using var answer = await chain.First.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private static string Word(int status) => status switch
    {
        3 => "terminated",
        4 => "process_failed",
        9 => "authorized",
        11 => "processed",
        13 => "processing",
        22 => "refunded",
        _ => "process_pending",
    };

    // The published signature of callbacks; nothing of ours relies on SHA-1.
#pragma warning disable CA5350
    private static string Signature(string body) =>
        Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes(SandboxMerchant.SecretTestKey + body + SandboxMerchant.SecretTestKey)));
#pragma warning restore CA5350
}
