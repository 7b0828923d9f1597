using System.Text.Json;
using Checkout.Core.Cards;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Cardgate;

/// <summary>An invoice as the provider shows it. Not a record, so that it cannot print the token or the bearer it carries.</summary>
internal sealed class Invoice
{
    private const int LongestId = 64;

    /// <summary>Where our own metadata names the customer, because an invoice that is read names its customer by an id of theirs only.</summary>
    public const string CustomerNote = "customer";

    /// <summary>Where our own metadata says how the invoice is to be paid.</summary>
    public const string WayNote = "way";

    public const string TheirPage = "page";

    public const string Bar = "bar";

    private readonly JsonElement _attributes;

    private Invoice(JsonElement attributes, string id) => (_attributes, Id) = (attributes, id);

    public string Id { get; }

    /// <summary>Our name for it.</summary>
    public string? Reference => _attributes.Text("reference_id");

    public string? Status => _attributes.Text("status");

    public string? Resolution => _attributes.Text("resolution");

    public Currency? Currency => _attributes.CurrencyOf("currency");

    /// <summary>What the shopper pays: the amount, and a fee where the provider adds one.</summary>
    public Amount? Amount => AmountOf("payment_amount") ?? AmountOf("amount");

    /// <summary>What was asked for, without such a fee.</summary>
    public Amount? Asked => AmountOf("amount");

    /// <summary>What was paid of it.</summary>
    public Amount? Paid => AmountOf("processed_amount");

    public Amount? ChargedBack => AmountOf("charged_back_amount");

    public Amount? GivenBack => AmountOf("refunded_amount");

    public IEnumerable<JsonElement> Refunds => _attributes.Elements("refunds");

    /// <summary>The acquirer's own name for the charge.</summary>
    public string? AcquirerReference => _attributes.Text("arn") ?? _attributes.Text("rrn");

    /// <summary>The card's bank's own word for its yes. One as long as a card number is not believed (VLT-5).</summary>
    public string? ApprovalCode => _attributes.Text("approval_code") is { Length: < CardNumber.Shortest } code && code.All(char.IsAsciiLetterOrDigit) ? code : null;

    public ShopperRedirect? Redirect => Redirects.Read(_attributes.Part("flow_data")) ?? Redirects.Plain(_attributes.Text("hpp_url"));

    /// <summary>What authorises one sale for this invoice; null when we may not sell, or it could not stand in a header.</summary>
    public string? Bearer =>
        _attributes.Part("flow_data").Part("metadata").Text("token") is { } token && token.All(c => c is > ' ' and <= '~') ? token : null;

    public UpstreamToken? Token => CustomerToken.Write(_attributes.Part("metadata").Text(CustomerNote), _attributes.Part("payload").Text("token"));

    public CardFace? Card => PaymentCard.Read(_attributes.Part("payload").Part("payment_card"));

    public CardFacts? Facts => PaymentCard.Facts(_attributes.Part("payload").Part("payment_card"));

    public PassedChallenge? Challenge => PaymentCard.Challenge(_attributes.Part("payload").Part("payment_card"));

    /// <summary>Whether it was made for the provider's page; null when it does not say.</summary>
    public bool? IsForTheirPage => _attributes.Part("metadata").Text(WayNote) is { } way ? way == TheirPage : null;

    /// <summary>Made by us only to take a reference; nobody can pay it.</summary>
    public bool IsBar => _attributes.Part("metadata").Text(WayNote) == Bar;

    /// <summary>The shopper's bank wants to see the shopper before anything is decided.</summary>
    public bool WaitsForBank =>
        Resolution is "auth_3ds_required" or "auth_otp_required"
        || _attributes.Part("active_payment").Text("status") == "authorize_required";

    /// <param name="resource">What <c>data</c> holds, or one element of a list.</param>
    /// <returns>Null when it is no invoice.</returns>
    public static Invoice? Read(JsonElement resource)
    {
        if (resource.Text("type") is not ("payment-invoices" or "payment-invoice")) return null;
        return resource.Text("id") is { Length: <= LongestId } id && IsId(id) ? new Invoice(resource.Part("attributes"), id) : null;
    }

    /// <summary>Whether a word can be the provider's name for an invoice.</summary>
    public static bool IsId(string? word) => word is not null && word.StartsWith("cpi_", StringComparison.Ordinal) && word.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private Amount? AmountOf(string name) => Currency is { } currency ? _attributes.AmountOf(name, currency) : null;
}
