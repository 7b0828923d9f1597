using Checkout.Core.Merchants;

namespace Checkout.Web.Hosting.Merchants;

/// <summary>A merchant as its public key names it.</summary>
/// <param name="Merchant">Whose key it is.</param>
/// <param name="IsTest">The key is for test payments.</param>
public sealed record PublicEntry(Merchant Merchant, bool IsTest);
