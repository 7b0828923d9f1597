using Checkout.Core.Merchants;

namespace Checkout.Web.Hosting;

/// <summary>Stands in until the hosting room is merged.</summary>
public sealed class MerchantDoor(Func<HttpRequest, Merchant?> enter)
{
    public Merchant? Enter(HttpRequest request) => enter(request);
}

/// <summary>Stands in until the hosting room is merged.</summary>
public sealed class SandboxSettings
{
    public bool Enabled { get; init; }
}
