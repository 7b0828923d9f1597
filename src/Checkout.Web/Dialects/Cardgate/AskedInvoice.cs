using System.Text.Json;
using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>What a merchant asks for with <c>POST /payment-invoices</c>. Bad fields are absent here and named in the faults.</summary>
public sealed record AskedInvoice
{
    public required FieldChecks Checks { get; init; }

    /// <summary>Null: we make one.</summary>
    public string? Reference { get; init; }

    public Amount? Amount { get; init; }

    public string? Service { get; init; }

    /// <summary>Only check the card and keep it (<c>flow=verify</c>): nothing is taken.</summary>
    public bool Verifies { get; init; }

    public bool IsTest { get; init; }

    public JsonElement? Metadata { get; init; }

    public AskedOptions Options { get; init; } = new();

    /// <summary>Null: nothing was said about the shopper.</summary>
    public NotedCustomer? Customer { get; init; }

    public string? Token { get; init; }

    public string? ReturnUrl { get; init; }

    public required TimeSpan Lifetime { get; init; }

    public required PaymentDetails Details { get; init; }

    public string? Shopper => Details.Shopper?.Reference;
}

/// <summary>How the card is to be asked for, or not (<c>gateway_options.cardgate</c>).</summary>
public sealed record AskedOptions
{
    /// <summary>Keep the card and give a token for it.</summary>
    public bool Tokenizes { get; init; }

    /// <summary>Charge the token without the shopper.</summary>
    public bool IsInstant { get; init; }

    public bool RestrictsSavedCards { get; init; }

    /// <summary>Back to the shop without our result page; null: nothing was said.</summary>
    public bool? SkipsResult { get; init; }

    /// <summary>How the page shall look; null: nothing was said.</summary>
    public PageWishes? Page { get; init; }

    /// <summary>Tries on the page; null: nothing was said.</summary>
    public int? MostTries { get; init; }
}
