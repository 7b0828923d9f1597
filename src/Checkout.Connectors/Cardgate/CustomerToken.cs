using Checkout.Core.Upstream;

namespace Checkout.Connectors.Cardgate;

/// <summary>
/// The provider's token together with the customer it was made for, since it pays only for that one: <c>{customer}|{token}</c>, the customer
/// percent-encoded. Not a record, so that it cannot print itself.
/// </summary>
internal sealed class CustomerToken
{
    private const char Bar = '|';

    private CustomerToken(string customer, string token) => (Customer, Token) = (customer, token);

    public string Customer { get; }

    public string Token { get; }

    /// <summary>Null when it is not a word of ours.</summary>
    public static CustomerToken? Read(UpstreamToken word)
    {
        var text = word.Reveal();
        var bar = text.IndexOf(Bar, StringComparison.Ordinal);
        return bar > 0 && bar < text.Length - 1 ? new CustomerToken(Uri.UnescapeDataString(text[..bar]), text[(bar + 1)..]) : null;
    }

    /// <summary>Null when one of both is missing, or together they are no possible word: then the card is simply not kept there.</summary>
    public static UpstreamToken? Write(string? customer, string? token) =>
        string.IsNullOrEmpty(customer) || string.IsNullOrEmpty(token) ? null : UpstreamToken.Of($"{Uri.EscapeDataString(customer)}{Bar}{token}");
}
