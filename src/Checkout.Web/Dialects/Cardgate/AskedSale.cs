using Checkout.Core.Cards;
using Checkout.Core.Shoppers;
using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>
/// What a merchant's server asks for with <c>POST /payment/sale</c>: a whole card, only the code of the saved one, or nothing at all. Holds
/// a card in clear: dispose it when the request is over.
/// </summary>
public sealed class AskedSale : IDisposable
{
    /// <summary>The holder of a card when nobody said who that is.</summary>
    public const string NoHolder = "CARD HOLDER";

    private readonly Place _attributes;
    private readonly FieldChecks _checks = new();

    private AskedSale(RequestDocument request)
    {
        _attributes = _checks.Map(request.Attributes);
        _checks.Optional(request.Data, SaleAttributes.Type);
        if (_attributes[SaleAttributes.GooglePay] is { IsAbsent: false } wallet) _checks.Fail(Fault.NotSupported(wallet, SaleAttributes.GooglePay.Rule.Words));
        HasCard = !_attributes[SaleAttributes.CardNumber].IsAbsent || !_attributes[SaleAttributes.Month].IsAbsent || !_attributes[SaleAttributes.Year].IsAbsent;
        HasCode = !_attributes[SaleAttributes.SecurityCode].IsAbsent;
        Browser = BrowserReader.Read(_attributes[SaleAttributes.Browser]);
    }

    /// <summary>A whole card is meant; it wins over a saved one.</summary>
    public bool HasCard { get; }

    public bool HasCode { get; }

    /// <summary>What is said of the shopper's browser, as far as it can be read.</summary>
    public BrowserFacts Browser { get; }

    public TypedCard? Card { get; private set; }

    public SecurityCode? Code { get; private set; }

    public IReadOnlyList<Fault> Faults => _checks.Faults;

    public static AskedSale Read(RequestDocument request) => new(request);

    /// <summary>Reads the card. A test may use dates that have passed, because some published ones lie there.</summary>
    /// <param name="holder">Whose card it is when the request does not say.</param>
    /// <param name="today">The day by which cards expire; null: this is a test.</param>
    public void ReadCard(string holder, DateOnly? today)
    {
        var name = _checks.Optional(_attributes, SaleAttributes.Holder);
        var number = Number(_attributes[SaleAttributes.CardNumber], isTest: today is null);
        var expiry = ReadExpiry(today);
        RequireCode();
        ReadCode();
        if (number is not null && expiry is not null) Card = new TypedCard(number, expiry, name ?? holder) { IsHolderGuessed = name is null };
        else number?.Dispose();
    }

    /// <summary>Reads only the code of a card that is known.</summary>
    public void ReadCode()
    {
        using var sent = _attributes[SaleAttributes.SecurityCode].Secret();
        if (sent is null) return;
        if (IsDigits(sent.Typed) && SecurityCode.TryRead(sent.Typed, out var code)) Code = code;
        else _checks.Fail(Fault.Invalid(_attributes[SaleAttributes.SecurityCode], SaleAttributes.SecurityCode.Rule.Words));
    }

    public void RequireCard() => _checks.Fail(Fault.Required(_attributes[SaleAttributes.CardNumber]));

    public void RequireCode()
    {
        if (!HasCode) _checks.Fail(Fault.Required(_attributes[SaleAttributes.SecurityCode]));
    }

    public void Dispose()
    {
        Card?.Dispose();
        Code?.Dispose();
    }

    private CardNumber? Number(Place place, bool isTest)
    {
        using var sent = place.Secret();
        if (sent is null)
        {
            _checks.Fail(Fault.Required(place));
            return null;
        }

        // Core forgives more than spaces, which people type; a program sends digits.
        if (!IsDigitsAndSpaces(sent.Typed) || !CardNumber.TryRead(sent.Typed, out var number, out _))
        {
            _checks.Fail(Fault.Invalid(place, SaleAttributes.CardNumber.Rule.Words));
            return null;
        }

        if (isTest || !TestNumbers.Has(number)) return number;
        number.Dispose();
        _checks.Fail(Fault.Invalid(place, "is a number for tests, and this invoice is none"));
        return null;
    }

    private Expiry? ReadExpiry(DateOnly? today)
    {
        var month = _checks.Required(_attributes, SaleAttributes.Month);
        var year = _checks.Required(_attributes, SaleAttributes.Year);
        if (!Expiry.TryRead(month, year, out var expiry)) return null;
        if (today is not { } day || !expiry.IsPastOn(day)) return expiry;
        _checks.Fail(Fault.Invalid(_attributes[SaleAttributes.Year], "is over"));
        return null;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsDigitsAndSpaces(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c != ' ' && !char.IsAsciiDigit(c)) return false;
        }

        return true;
    }
}
