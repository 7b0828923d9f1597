using System.Diagnostics.CodeAnalysis;
using Checkout.Core.Merchants;
using Checkout.Core.Money;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>A way to pay that an account has: cards, in one currency, on our page. It is called by its currency, <c>payment_card_usd_hpp</c> (§6).</summary>
public sealed record CardService(Currency Currency)
{
    public const string Method = "payment_card";
    public const string Flow = "hpp";
    private const string Start = Method + "_";
    private const string End = "_" + Flow;

    public string Code => Start + Currency.Code.ToLowerInvariant() + End;

    /// <summary>Every service of a merchant, by code.</summary>
    public static IEnumerable<CardService> Of(Merchant merchant) =>
        Currency.All.Where(merchant.Takes).OrderBy(c => c.Code, StringComparer.Ordinal).Select(c => new CardService(c));

    /// <summary>Whether a service may be called that; not whether somebody has it.</summary>
    public static bool TryRead(string? code, [NotNullWhen(true)] out CardService? service)
    {
        service = null;
        if (code is null || code.Length != Start.Length + 3 + End.Length || !code.StartsWith(Start, StringComparison.Ordinal) || !code.EndsWith(End, StringComparison.Ordinal)) return false;
        var currency = code[Start.Length..^End.Length];
        if (!currency.All(char.IsAsciiLetterLower) || !Currency.TryFind(currency.ToUpperInvariant(), out var known)) return false;
        service = new CardService(known);
        return true;
    }
}
