using Checkout.Core.Merchants;
using Checkout.Web.Dialects.Cardgate;
using Checkout.Web.Hosting.Merchants;

namespace Checkout.Web.Sandbox;

/// <summary>Lets a merchant at the sandbox's controls in by the credentials of either dialect: it may have those of one only.</summary>
public sealed class SandboxDoor(MerchantDoor smart2pay, CardgateDoor cardgate)
{
    /// <summary>The merchant, or null when the credentials are missing, unreadable or wrong, or the merchant is switched off.</summary>
    public Merchant? Enter(HttpRequest request) => smart2pay.Enter(request) ?? (cardgate.TryEnter(request, out var caller, out _) ? caller.Merchant : null);
}
