using Checkout.Core.Cards;
using Checkout.Web.Dialects.Smart2Pay.Fields;
using Checkout.Web.Dialects.Smart2Pay.Wire;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>A card in clear as a merchant sent it; <paramref name="Typed"/> is null when something about it is wrong.</summary>
/// <param name="AsksCode">The security code is missing and wanted, so the page asks for it.</param>
public sealed record AskedCard(TypedCard? Typed, SecurityCode? Code, bool AsksCode) : IDisposable
{
    public void Dispose()
    {
        Typed?.Dispose();
        Code?.Dispose();
    }
}

/// <summary>A token as a merchant sent it. Whether it names a card is asked later.</summary>
/// <param name="AsksCode">The security code is missing and wanted, so the page asks for it.</param>
public sealed record AskedToken(string? Value, SecurityCode? Code, bool AsksCode) : IDisposable
{
    /// <summary>The merchant pays by itself, without the shopper.</summary>
    public bool IsByMerchantAlone => Code is null && !AsksCode;

    /// <summary>A token pays, so it is not printed.</summary>
    public override string ToString() => "token";

    public void Dispose() => Code?.Dispose();
}

/// <summary>Reads cards and tokens. Numbers and codes go from buffer to buffer and never become text.</summary>
public static class CardReader
{
    /// <summary>Null when no card was sent.</summary>
    public static AskedCard? Card(Part<CardWire> part, DateOnly today, FieldChecks checks)
    {
        if (part.IsWrong) checks.Fail(CardFields.Card.Fault);
        if (part.Value is not { } sent) return null;

        var holder = Holder(sent.HolderName, checks);
        var number = Number(sent.Number, checks);
        var expiry = ReadExpiry(sent, today, checks);
        var code = Code(sent.SecurityCode, checks);
        var required = checks.Flag(sent.RequireSecurityCode, CardFields.AsksCode) ?? true;
        var country = checks.Text(sent.IssuingBankCountry, CardFields.IssuingCountry);
        if (holder is not null && expiry is not null && number is not null)
            return new AskedCard(new TypedCard(number, expiry, holder, country), code, required && IsAbsent(sent.SecurityCode));
        number?.Dispose();
        return new AskedCard(null, code, AsksCode: false);
    }

    /// <summary>Null when no token was sent.</summary>
    public static AskedToken? Token(Part<TokenWire> part, FieldChecks checks)
    {
        if (part.IsWrong) checks.Fail(CardFields.Token.Fault);
        if (part.Value is not { } sent) return null;

        if (sent.Value.IsEmpty) checks.Fail(CardFields.TokenValue.Missing);
        if (sent.Value.IsWrong) checks.Fail(CardFields.TokenValue.Fault);
        var code = Code(sent.SecurityCode, checks);
        var required = checks.Flag(sent.RequireSecurityCode, CardFields.TokenAsksCode) ?? false;
        return new AskedToken(sent.Value.IsEmpty ? null : sent.Value.Text, code, required && IsAbsent(sent.SecurityCode));
    }

    /// <summary>An empty name fits the published pattern, a missing one does not.</summary>
    private static string? Holder(Field field, FieldChecks checks)
    {
        if (field is { IsWrong: false, IsFlag: false, Text: { } text } && CardFields.Holder.Rule.Fits!(text)) return text;
        checks.Fail(CardFields.Holder.Fault);
        return null;
    }

    private static CardNumber? Number(SecretField? field, FieldChecks checks)
    {
        // Core forgives spaces and hyphens, which people type; a program sends digits.
        if (field is { IsWrong: false } && IsDigits(field.Typed) && CardNumber.TryRead(field.Typed, out var number, out _)) return number;
        checks.Fail(CardFields.Number.Fault);
        return null;
    }

    private static Expiry? ReadExpiry(CardWire sent, DateOnly today, FieldChecks checks)
    {
        var month = checks.Text(sent.ExpirationMonth, CardFields.Month);
        var year = checks.Text(sent.ExpirationYear, CardFields.Year);
        if (!Expiry.TryRead(month, year, out var expiry)) return null;
        if (!expiry.IsPastOn(today)) return expiry;
        checks.Fail(ReturnCode.CardExpired);
        return null;
    }

    private static SecurityCode? Code(SecretField? field, FieldChecks checks)
    {
        if (IsAbsent(field)) return null;
        if (!field!.IsWrong && IsDigits(field.Typed) && SecurityCode.TryRead(field.Typed, out var code)) return code;
        checks.Fail(CardFields.SecurityCode.Fault);
        return null;
    }

    private static bool IsAbsent(SecretField? field) => field is null or { IsWrong: false, Typed.IsEmpty: true };

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
