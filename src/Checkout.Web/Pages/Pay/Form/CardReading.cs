using Checkout.Core.Cards;
using Checkout.Core.SavedCards;
using Checkout.Core.Shoppers;

namespace Checkout.Web.Pages.Pay.Form;

/// <summary>One reading of a posted form: each field is asked for once, in the order of the page, and faults are gathered on the way.</summary>
internal sealed class CardReading(PostedForm form, DateOnly today) : IDisposable
{
    private readonly List<Fault> _faults = [];
    private CardNumber? _number;
    private SecurityCode? _code;

    public IReadOnlyList<Fault> Faults => _faults;

    /// <param name="lengths">How many digits the merchant takes; empty: as many as the brand has.</param>
    public CardNumber? Number(IReadOnlyList<int> lengths)
    {
        if (!CardNumber.TryRead(form.Secret(Fields.CardNumber), out _number, out var fault)) return Refuse<CardNumber>(Of(fault));
        return _number.HasBrandLength && (lengths.Count == 0 || lengths.Contains(_number.Length)) ? _number : Refuse<CardNumber>(Fault.NumberLength);
    }

    /// <param name="takesPast">Dates that are over are taken too.</param>
    public Expiry? Expiry(bool takesPast)
    {
        var typed = form.Text(Fields.Expiry);
        if (typed.Length == 0) return Refuse<Expiry>(Fault.ExpiryMissing);
        if (typed.Length > 20 || !Core.Cards.Expiry.TryReadTyped(typed, out var expiry)) return Refuse<Expiry>(Fault.ExpiryUnreadable);
        return !takesPast && expiry.IsPastOn(today) ? Refuse<Expiry>(Fault.ExpiryPast) : expiry;
    }

    /// <summary>In earnest nobody pays with a number that is published for tests.</summary>
    public void RefuseForTests() => Refuse<CardNumber>(Fault.NumberIsForTests);

    public string? Holder()
    {
        var typed = form.Text(Fields.Holder);
        if (typed.Length == 0) return Refuse<string>(Fault.HolderMissing);
        var digits = typed.Count(char.IsDigit);
        // A card number or a security code in the wrong field must not travel on as a name.
        var isNumber = digits > 11 || (digits == typed.Length && digits is 3 or 4);
        return typed.Length > 200 || isNumber || typed.Any(char.IsControl) ? Refuse<string>(Fault.HolderIsNoName) : typed;
    }

    public SecurityCode? Code(Brand brand)
    {
        var typed = form.Secret(Fields.SecurityCode);
        if (typed.IsWhiteSpace()) return Refuse<SecurityCode>(Fault.CodeMissing);
        if (SecurityCode.TryRead(typed, out _code) && _code.Fits(brand)) return _code;
        if (brand == Brand.Unknown) return Refuse<SecurityCode>(Fault.CodeUnreadable);
        return Refuse<SecurityCode>(BrandRules.Of(brand).CodeLength == 4 ? Fault.CodeWantsFour : Fault.CodeWantsThree);
    }

    public SavedCard? Chosen(IReadOnlyList<SavedCard> cards)
    {
        var number = CardInput.Of(form).SavedCard;
        if (cards.FirstOrDefault(card => card.Number == number) is not { } chosen) return Refuse<SavedCard>(Fault.CardNotChosen);
        return chosen.Face.Expiry.IsPastOn(today) ? Refuse<SavedCard>(Fault.CardIsExpired) : chosen;
    }

    public string? Email()
    {
        var typed = form.Text(Fields.Email);
        if (typed.Length == 0) return Refuse<string>(Fault.EmailMissing);
        if (CardNumberSearch.IsIn(typed)) return Refuse<string>(Fault.EmailIsCard);
        var at = typed.IndexOf('@', StringComparison.Ordinal);
        var fits = at > 0 && at == typed.LastIndexOf('@') && at < typed.Length - 1 && typed.Length <= 200 && !typed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
        return fits ? typed : Refuse<string>(Fault.EmailUnreadable);
    }

    public string? Document()
    {
        if (form.Text(Fields.Document) is not { Length: > 0 and <= 50 } typed) return Refuse<string>(Fault.DocumentMissing);
        return CardNumberSearch.IsIn(typed) ? Refuse<string>(Fault.DocumentIsCard) : typed;
    }

    public string? Country()
    {
        var typed = form.Text(Fields.Country).ToUpperInvariant();
        return Countries.Has(typed) ? typed : Refuse<string>(Fault.CountryMissing);
    }

    public void Dispose()
    {
        _number?.Dispose();
        _code?.Dispose();
    }

    private T? Refuse<T>(Fault fault)
        where T : class
    {
        _faults.Add(fault);
        return null;
    }

    private static Fault Of(CardNumberFault fault) => fault switch
    {
        CardNumberFault.Missing => Fault.NumberMissing,
        CardNumberFault.NotDigits => Fault.NumberUnreadable,
        CardNumberFault.WrongLength => Fault.NumberLength,
        CardNumberFault.FailsCheckDigit => Fault.NumberMistyped,
        CardNumberFault.None => throw new InvalidOperationException("A number without a fault was not read."),
    };
}
