using Checkout.Core.Merchants;

namespace Checkout.Web.Hosting.Merchants;

/// <summary>A Cardgate account with the merchant it belongs to.</summary>
public sealed record CardgateEntry(MerchantEntry Owner, CardgateAccount Account);
