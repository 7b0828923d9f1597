using Checkout.Core.Payments;
using Checkout.Web.Dialects.Cardgate;

namespace Checkout.Web.Pages.Pay.Form;

/// <summary>
/// The name that goes to the bank where the merchant's page does not ask for it: the shopper's own as far as the merchant told it, else the
/// word that the dialect has for "nobody said" (spec/cardgate.md §11.1). Banks want a name, and an empty one is refused by some.
/// </summary>
public static class UnaskedHolder
{
    private const int ShortestName = 2, LongestName = 64;

    public static string Of(Payment payment)
    {
        var shopper = payment.Details.Shopper;
        string?[] names = [CardgateNotes.Of(payment)?.Customer?.Name, $"{shopper?.FirstName} {shopper?.LastName}"];
        return names.Select(name => name?.Trim()).FirstOrDefault(IsName) ?? AskedSale.NoHolder;
    }

    private static bool IsName(string? name) => name is { Length: >= ShortestName and <= LongestName } && !name.Any(char.IsDigit);
}
