using System.Globalization;
using Checkout.Core.Desk;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Web.Hosting.Merchants;
using Checkout.Web.Sandbox;
using Microsoft.Extensions.Primitives;

namespace Checkout.Web.Dialects.Link;

/// <summary>What a payment link opened: the word of the payment's page, or what is wrong.</summary>
/// <param name="Link">The page's word.</param>
/// <param name="Fault">Why there is none.</param>
/// <param name="Parameter">The one that is wrong.</param>
public sealed record OpenedLink(string? Link, LinkFault? Fault = null, string? Parameter = null)
{
    /// <summary>Whose link it is, as far as that is known.</summary>
    public Merchant? Merchant { get; init; }
}

/// <summary>
/// Opens the payment a merchant's own page signed, with no API call. The same reference opens the same payment again; another amount or
/// currency under it is refused, so that nobody pays a sum that was not asked for.
/// </summary>
public sealed class OpenLink(MerchantRegister register, MerchantSecrets secrets, TakePayment take, IPaymentStore store, LinkTools tools)
{
    public async Task<OpenedLink> RunAsync(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        if (Flatten(query) is not { } given || Merchant(given) is not { } entry || !IsSigned(given, entry)) return new OpenedLink(null, LinkFault.NotSigned);
        var reading = LinkReader.Read(given, entry.Merchant, tools.Clock.GetUtcNow());

        // A link that has lapsed still shows what became of the payment it opened in time.
        if (reading.Fault == LinkFault.Lapsed && await FindAsync(entry.Merchant, given["reference"]) is { } earlier) return new OpenedLink(tools.LinkOf(earlier));
        if (reading.Order is not { } order) return new OpenedLink(null, reading.Fault, reading.Parameter);

        if (await FindAsync(entry.Merchant, order.Reference) is not { } payment)
        {
            var taken = await take.RunAsync(order.Playing(), new CardMeans.None());
            if (taken.Refusal == Refusal.NoProvider) return new OpenedLink(null, LinkFault.NoProvider);
            if (taken.Refusal == Refusal.CannotHold) return new OpenedLink(null, LinkFault.InvalidParameter, "capture");
            payment = taken.Payment ?? await FindAsync(entry.Merchant, order.Reference) ?? throw new InvalidOperationException("A payment was neither made nor found.");
        }

        return payment.Amount == order.Amount ? new OpenedLink(tools.LinkOf(payment)) : new OpenedLink(null, LinkFault.OtherPayment, "reference");
    }

    private ValueTask<Payment?> FindAsync(Merchant merchant, string reference) =>
        store.FindByReferenceAsync(merchant.Id, Dialect.Link, merchant.IsSandbox, reference);

    private MerchantEntry? Merchant(Dictionary<string, string> given) =>
        given.TryGetValue("site", out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var site) ? register.Entry(site) : null;

    private bool IsSigned(Dictionary<string, string> given, MerchantEntry entry) =>
        given.TryGetValue(LinkSignature.Name, out var signature) && secrets.All(entry, MerchantKeyKind.Link).Any(secret => LinkSignature.Fits(signature, given, secret));

    /// <summary>
    /// Null when a parameter stands there twice: nobody could tell which one was meant. Null also when one holds a line feed or another
    /// control character: lines are what the signature is made of, and a parameter must not be able to swallow the next one.
    /// </summary>
    private static Dictionary<string, string>? Flatten(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in query)
        {
            if (values.Count != 1 || values[0] is not { } value || name.Any(char.IsControl) || value.Any(char.IsControl) || !given.TryAdd(name, value)) return null;
        }

        return given;
    }
}

/// <summary>The clock, and the word of a payment's page.</summary>
public sealed class LinkTools(TimeProvider clock, TurnReader reader)
{
    public TimeProvider Clock => clock;

    public string LinkOf(Payment payment) => reader.LinkOf(payment);
}
