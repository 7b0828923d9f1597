using Checkout.Core.Merchants;
using Checkout.Web.Dialects.Cardgate.Wire;
using Checkout.Web.Hosting;
using Checkout.Web.Hosting.Merchants;

namespace Checkout.Web.Dialects.Cardgate.Public;

/// <summary>Whose public key came, and whether what follows is a test: the key decides (§2), and in a sandbox everything is one.</summary>
public sealed record PublicCaller(Merchant Merchant, bool IsTest);

/// <summary>Lets anybody in who names a merchant by its public key, if that merchant wants it.</summary>
public sealed class PublicDoor(MerchantRegister register, SandboxSettings sandbox)
{
    private const int LongestKey = 255;

    /// <param name="key">Where the key stands.</param>
    /// <returns>The caller, or the one thing that is wrong.</returns>
    public (PublicCaller? Caller, Fault? Fault) Enter(Place key)
    {
        if (key.IsAbsent) return (null, Fault.Required(key));
        if (!key.TryText(out var text) || text.Length > LongestKey || register.OfPublicKey(text) is not { } entry)
            return (null, Fault.Unauthorized with { Detail = $"{key.Name} is not a key of an account", Pointer = key.Pointer });
        var merchant = entry.Merchant;
        if (!merchant.Settings.Active) return (null, Fault.Disabled with { Pointer = key.Pointer });
        return merchant.IsSandbox || merchant.Settings.PublicPayments
            ? (new PublicCaller(merchant, entry.IsTest || sandbox.Enabled), null)
            : (null, Fault.Forbidden("This account does not take payments by its public key") with { Pointer = key.Pointer });
    }
}
