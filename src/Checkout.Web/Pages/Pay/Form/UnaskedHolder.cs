using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Cardgate;

namespace Checkout.Web.Pages.Pay.Form;

/// <summary>
/// The name that goes to the bank where nobody asked for it: that of the card that was kept, the shopper's own as far as the merchant told it, else the
/// word that the dialect has for "nobody said" (spec/cardgate.md §11.1). Banks want a name, and an empty one is refused by some.
/// </summary>
public static class UnaskedHolder
{
    private const int ShortestName = 2, LongestName = 64;

    /// <param name="payment">Whose shopper it is.</param>
    /// <param name="kept">The kept card that the payment is for, whose name is better than any other; null: there is none.</param>
    public static string Of(Payment payment, CardFace? kept = null)
    {
        var shopper = payment.Details.Shopper;
        string?[] names = [kept?.Holder, CardgateNotes.Of(payment)?.Customer?.Name, $"{shopper?.FirstName} {shopper?.LastName}"];
        return names.Select(name => name?.Trim()).FirstOrDefault(IsName) ?? AskedSale.NoHolder;
    }

    private static bool IsName(string? name) => name is { Length: >= ShortestName and <= LongestName } && !name.Any(char.IsDigit);
}
