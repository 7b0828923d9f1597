using Checkout.Core.Money;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Cardgate;

/// <summary>An account with a provider of this kind: where to call and who we are there.</summary>
/// <param name="Name">What attempts and tokens remember the connector by, for example <c>cardgate-1</c>.</param>
/// <param name="Url">The base of the private API.</param>
/// <param name="CardgateUrl">The base that takes cards; the provider may have it elsewhere.</param>
/// <param name="Account">What the provider calls us, <c>coma_…</c>.</param>
/// <param name="Key">Proves who we are in calls of ours.</param>
/// <param name="Secret">Proves that a callback is theirs.</param>
/// <param name="Entry">Whether cards may be sent there by us.</param>
/// <param name="IsTest">Invoices are made in test mode.</param>
/// <param name="CallbackUrl">Where callbacks of this account arrive.</param>
public sealed record CardgateAccount(
    string Name, Uri Url, Uri CardgateUrl, string Account, string Key, string Secret, CardEntry Entry, bool IsTest, Func<string> CallbackUrl)
{
    /// <summary>The usual <see cref="Service"/> (spec/cardgate.md §22).</summary>
    public const string UsualService = "payment_card_" + CurrencyMark + "_hpp";

    /// <summary>What stands in a <see cref="Service"/> for the currency, in lower case.</summary>
    public const string CurrencyMark = "{currency}";

    /// <summary>What the provider calls its service for cards.</summary>
    public string Service { get; init; } = UsualService;

    public string ServiceFor(Currency currency) => Service.Replace(CurrencyMark, currency.Code.ToLowerInvariant(), StringComparison.Ordinal);

    public override string ToString() => $"{Name} at {Url.Host}";
}
