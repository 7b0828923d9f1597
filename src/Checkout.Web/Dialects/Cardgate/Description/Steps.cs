using Checkout.Web.Docs;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>What examples send, and what they need before.</summary>
internal static class Steps
{
    public const string Shopper = "\"customer\":{\"reference_id\":\"shopper-7\"}";

    public const string Keeps = Shopper + ",\"gateway_options\":{\"cardgate\":{\"tokenize\":true}}";

    public const string Token = "\"token\":\"{token}\",";

    public const string Card = """
        "card_number":"5519283812030000","card_holder":"ANN POE","cvv":"123","exp_month":"12","exp_year":"32"
        """;

    public static readonly Step Open = new("createInvoice", "open", "id", "/data/id");

    /// <summary>The right to pay the invoice before.</summary>
    public static readonly Step Bearer = new("readInvoice", "plain", "bearer", "/data/attributes/flow_data/metadata/token");

    /// <summary>An invoice that a card has paid.</summary>
    public static readonly IReadOnlyList<Step> Paid = [Open, Bearer, new("sell", "card")];

    /// <summary>An invoice whose charge the sandbox's fraud check holds.</summary>
    public static readonly IReadOnlyList<Step> Held = [new("createInvoice", "review", "id", "/data/id"), Bearer, new("sell", "card")];

    /// <summary>The token of a card that has paid.</summary>
    public static readonly IReadOnlyList<Step> Kept = [.. Paid, new("readInvoice", "plain", "token", "/data/attributes/payload/token")];

    /// <param name="more">Attributes besides the usual ones.</param>
    /// <param name="amount">In euros.</param>
    public static string Invoice(string more, string amount = "10.5") => Document(
        "\"type\":\"payment-invoices\"",
        "\"reference_id\":\"{reference}\",\"amount\":" + amount + ",\"currency\":\"EUR\",\"service\":\"payment_card_eur_hpp\",\"test_mode\":true," + more);

    public static string Document(string data, string attributes) => "{\"data\":{" + data + ",\"attributes\":{" + attributes + "}}}";

    /// <summary>An example without a body.</summary>
    public static Example Plain(int status, params IReadOnlyList<Step> first) => new("plain", "As it is", status) { First = first };
}
