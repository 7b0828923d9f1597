using Checkout.Core.Money;

namespace Checkout.Core.Merchants;

/// <summary>Someone who takes money with this installation. Keys and secrets live apart, see <see cref="MerchantKeys"/>.</summary>
public sealed record Merchant
{
    /// <summary>The merchant's number, which the Smart2Pay dialect calls SiteID.</summary>
    public required int Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Made by the sandbox: test payments only, relaxed rules for addresses.</summary>
    public bool IsSandbox { get; init; }

    public MerchantSettings Settings { get; init; } = new();

    /// <summary>Grows with each change, so that running servers notice it.</summary>
    public int Version { get; init; } = 1;

    public bool Takes(Currency currency) => Settings.Currencies.Count == 0 || Settings.Currencies.Contains(currency.Code);

    /// <summary>Null: payments in this currency have no limit of the merchant's.</summary>
    public AmountLimit? LimitOn(Currency currency) => Settings.AmountLimits.FirstOrDefault(limit => limit.Currency == currency.Code);

    /// <summary>What the merchant pays for a payment of so much, in minor units. One ledger: it is the same in every dialect.</summary>
    public long FeeOn(Amount amount) => Settings.Fees.FirstOrDefault(fee => fee.Currency == amount.Currency.Code)?.On(amount.Minor) ?? 0;

    /// <summary>Whether a payment may come to so much. One ledger: it holds in every dialect.</summary>
    public bool Takes(Amount amount) => LimitOn(amount.Currency) is not { } limit || limit.Allows(amount.Minor);
}
