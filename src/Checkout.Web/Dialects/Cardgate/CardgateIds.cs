using System.Globalization;
using System.Numerics;
using System.Text;
using Checkout.Core.Chance;
using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>
/// The dialect's names for things: a prefix and letters of both cases and digits. Those that open a page are made by chance (95 bits); the
/// others follow from what they name by a keyed hash, so that nothing has to be kept and nobody can guess them.
/// </summary>
public sealed class CardgateIds(IRequestMac mac, IRandomSource random, NumberNames numbers)
{
    internal const string Alphanumerics = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int Usual = 16;

    public string NewInvoice() => "cpi_" + random.Alphanumeric(Usual);

    public string NewSession() => "cgi_" + random.Alphanumeric(Usual);

    /// <summary>A shopper with a name of the merchant's is the same in all of its invoices, a nameless one is new in each.</summary>
    public string Customer(Payment payment) =>
        "cus_" + (payment.Shopper is { } shopper ? Word("customer", payment.Merchant, shopper) : Word("guest", payment.Merchant, Text(payment.Number)));

    public string Card(int merchant, long savedCard) => "card_" + Word("card", merchant, Text(savedCard));

    public string Attempt(Attempt attempt) => "pay_" + Word("attempt", attempt.Merchant, attempt.Reference, 24);

    /// <param name="merchant">Whose refund.</param>
    /// <param name="reference">The refund's reference as Core keeps it, unique per merchant.</param>
    public string Refund(int merchant, string reference) => "ref_" + Word("refund", merchant, reference);

    /// <summary>The refund's name: one that was not made in this dialect is called by its number.</summary>
    public string Refund(Refund refund) => RefundReference.IsOurs(refund)
        ? Refund(refund.Merchant, refund.Reference)
        : "ref_" + numbers.Of("refund", refund.Merchant, refund.Number);

    public bool TryReadRefund(int merchant, string id, out long refund)
    {
        refund = 0;
        return id.StartsWith("ref_", StringComparison.Ordinal) && numbers.TryRead("refund", merchant, id.AsSpan("ref_".Length), out refund);
    }

    /// <summary>The invoice that a payment of another dialect is in this one.</summary>
    public string Invoice(Payment payment) => "cpi_" + numbers.Of("invoice", payment.Merchant, payment.Number);

    /// <summary>Reads the number of a payment out of such a name, or out of the plain number, which is a name too.</summary>
    public bool TryReadInvoice(int merchant, string id, out long payment)
    {
        if (id.StartsWith("cpi_", StringComparison.Ordinal)) return numbers.TryRead("invoice", merchant, id.AsSpan("cpi_".Length), out payment);
        return long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out payment) && id == Text(payment);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string Word(string kind, int merchant, string name, int length = Usual)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"cardgate.id.v1\n{kind}\n{merchant}\n{name}");
        var number = new BigInteger(mac.Of(Encoding.UTF8.GetBytes(what)), isUnsigned: true);
        Span<char> word = stackalloc char[length];
        foreach (ref var letter in word)
        {
            number = BigInteger.DivRem(number, Alphanumerics.Length, out var digit);
            letter = Alphanumerics[(int)digit];
        }

        return new string(word);
    }
}
