using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Checkout.Core.Cards;

namespace Checkout.Web.Dialects.Smart2Pay.Import;

/// <summary>Looks for card numbers in a whole line, in fields that nobody reads and in the names of fields too: a file with one is no file to keep.</summary>
internal sealed class LineSearch
{
    /// <summary>Nobody's telephone or tax number has so many digits, while one in ten of the shorter ones passes a card's check.</summary>
    private const int LongestOfPeople = 14;

    /// <summary>
    /// What merchants and systems call things by. These are often long numbers, and one in ten of them passes a card's check, so that the merchant could
    /// never move in: they are taken as they are, as the API takes them.
    /// </summary>
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(["MerchantTransactionID", "OriginatorTransactionID", "MethodTransactionID", "MerchantCustomerID"]);

    /// <summary>A card in full is refused here by a stricter rule: no more than ten digits.</summary>
    private static readonly FrozenSet<string> Masks = FrozenSet.ToFrozenSet(["Payment.Card.Number", "CreditCardToken.Number"]);

    /// <summary>A word of hexadecimal digits has long runs of decimal ones by chance; only one that is a number and nothing else is suspicious.</summary>
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(["CreditCardToken.Value", "CreditCardToken.ProviderToken", "Payment.CreditCardToken.Value"]);

    private readonly List<string> _known = [];

    /// <summary>Where a card number stands, without its digits; null: nowhere.</summary>
    /// <exception cref="InvalidOperationException">A text is none: a half of a surrogate pair stands alone.</exception>
    public static string? Find(string kind, JsonElement resource)
    {
        var search = new LineSearch();
        search.Know(resource);
        return search.In(kind, kind, resource);
    }

    // A merchant writes its own name for the payment into texts and addresses; there it is no other number than where it is taken as it is.
    private void Know(JsonElement json)
    {
        foreach (var field in json.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Object) Know(field.Value);
            else if (Names.Contains(field.Name) && TextOf(field.Value) is { Length: >= LongNumberSearch.Shortest } name) _known.Add(name);
        }
    }

    private string? In(string path, string name, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => InFields(path, json),
        JsonValueKind.Array => json.EnumerateArray().Select((item, i) => In(FormattableString.Invariant($"{path}[{i}]"), name, item)).FirstOrDefault(place => place is not null),
        _ => TextOf(json) is { } text && IsSuspicious(path, name, text) ? path : null,
    };

    private string? InFields(string path, JsonElement json)
    {
        foreach (var field in json.EnumerateObject())
        {
            if (LongNumberSearch.IsIn(field.Name)) return $"the name of a field of {path}";
            if (In($"{path}.{field.Name}", field.Name, field.Value) is { } place) return place;
        }

        return null;
    }

    private bool IsSuspicious(string path, string name, string text)
    {
        if (Names.Contains(name) || Masks.Contains(path)) return false;
        // Dots stand between groups of a card number too, but an address is no number.
        if (name == "ClientIP" && Patterns.IsAddress(text)) return false;
        if (Words.Contains(path)) return LongNumberSearch.IsWhole(text);
        var shortest = name switch
        {
            "Phone" or "SocialSecurityNumber" => LongestOfPeople + 1,
            // Bounded by their own rule to twelve digits.
            "Amount" or "CapturedAmount" => LongNumberSearch.Shortest + 1,
            // Fourteen digits that are a time of this century: no card begins with 20 and a month and a day.
            "Created" or "NotificationDateTime" when LineFields.IsTime(text, out var time) && time.Year is >= 2000 and <= 2099 => CardNumber.Longest,
            _ => LongNumberSearch.Shortest,
        };
        return LongNumberSearch.IsIn(_known.Aggregate(text, static (rest, known) => rest.Replace(known, "/", StringComparison.Ordinal)), shortest);
    }

    /// <summary>A number is looked at as it is meant, however it is written: 4.1e15 has sixteen digits.</summary>
    private static string? TextOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetDecimal(out var number) ? decimal.Truncate(decimal.Abs(number)).ToString("0", CultureInfo.InvariantCulture) : json.GetRawText(),
        _ => null,
    };
}
