using Checkout.Core.Cards;
using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>
/// What a merchant's server asks for with <c>POST /payment/sale</c>: a whole card, only the code of the saved one, or nothing at all. Holds
/// a card in clear: dispose it when the request is over. What is said about the browser is not read: real clients send rubbish there.
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
        _checks.Optional(request.Data["type"], static text => text == "sale-operation", "must be sale-operation");
        if (_attributes["google_pay"] is { IsAbsent: false } wallet) _checks.Fail(Fault.NotSupported(wallet, "is not supported"));
        HasCard = !_attributes["card_number"].IsAbsent || !_attributes["exp_month"].IsAbsent || !_attributes["exp_year"].IsAbsent;
        HasCode = !_attributes["cvv"].IsAbsent;
    }

    /// <summary>A whole card is meant; it wins over a saved one.</summary>
    public bool HasCard { get; }

    public bool HasCode { get; }

    public TypedCard? Card { get; private set; }

    public SecurityCode? Code { get; private set; }

    public IReadOnlyList<Fault> Faults => _checks.Faults;

    public static AskedSale Read(RequestDocument request) => new(request);

    /// <summary>Reads the card. A test may use dates that have passed, because some published ones lie there.</summary>
    /// <param name="holder">Whose card it is when the request does not say.</param>
    /// <param name="today">The day by which cards expire; null: any will do.</param>
    public void ReadCard(string? holder, DateOnly? today)
    {
        var name = _checks.Optional(
            _attributes["card_holder"], static text => text.Length >= 2 && FieldChecks.IsText(text, 64) && !CardNumberSearch.IsIn(text), "must be a text of 2 to 64 characters");
        var number = Number(_attributes["card_number"]);
        var expiry = ReadExpiry(today);
        RequireCode();
        ReadCode();
        if (number is not null && expiry is not null) Card = new TypedCard(number, expiry, name ?? holder ?? NoHolder);
        else number?.Dispose();
    }

    /// <summary>Reads only the code of a card that is known.</summary>
    public void ReadCode()
    {
        using var sent = _attributes["cvv"].Secret();
        if (sent is null) return;
        if (IsDigits(sent.Typed) && SecurityCode.TryRead(sent.Typed, out var code)) Code = code;
        else _checks.Fail(Fault.Invalid(_attributes["cvv"], "must be 3 or 4 digits"));
    }

    public void RequireCard() => _checks.Fail(Fault.Required(_attributes["card_number"]));

    public void RequireCode()
    {
        if (!HasCode) _checks.Fail(Fault.Required(_attributes["cvv"]));
    }

    public void Dispose()
    {
        Card?.Dispose();
        Code?.Dispose();
    }

    private CardNumber? Number(Place place)
    {
        using var sent = place.Secret();
        if (sent is null)
        {
            _checks.Fail(Fault.Required(place));
            return null;
        }

        // Core forgives more than spaces, which people type; a program sends digits.
        if (IsDigitsAndSpaces(sent.Typed) && CardNumber.TryRead(sent.Typed, out var number, out _)) return number;
        _checks.Fail(Fault.Invalid(place, "is not a card number"));
        return null;
    }

    private Expiry? ReadExpiry(DateOnly? today)
    {
        var month = _checks.Required(_attributes["exp_month"], static text => Expiry.IsMonth(text, out _), "must be a month from 1 to 12");
        var year = _checks.Required(_attributes["exp_year"], static text => Expiry.IsYear(text, out _), "must be a year of two or four digits");
        if (!Expiry.TryRead(month, year, out var expiry)) return null;
        if (today is not { } day || !expiry.IsPastOn(day)) return expiry;
        _checks.Fail(Fault.Invalid(_attributes["exp_year"], "is over"));
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
