using System.Text.Json.Nodes;
using Checkout.Tests.House;
using Checkout.Tests.Server;

namespace Checkout.Tests.Connectors.Smart2Pay;

/// <summary>The frozen answers of <c>Samples/Smart2PayUpstream</c>.</summary>
internal static class UpstreamSample
{
    public static JsonObject Of(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Checkout.Tests", "Samples", "Smart2PayUpstream", name + ".json")))!.AsObject();

    /// <summary>The answer as it would be about this order.</summary>
    public static JsonObject About(this JsonObject sample, ExamOrder order) =>
        sample.With("MerchantTransactionID", order.Reference).With("Amount", order.Minor).With("Currency", order.Currency);

    /// <summary>The answer with another status and, where there are any, its reasons.</summary>
    public static JsonObject At(this JsonObject sample, int? status, params int[] codes) =>
        sample.With("Status.ID", status).With("Status.Reasons", new JsonArray([.. codes.Select(code => (JsonNode)new JsonObject { ["Code"] = code, ["Info"] = "why" })]));
}
