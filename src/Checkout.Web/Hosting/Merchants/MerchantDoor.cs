using System.Globalization;
using Checkout.Core.Merchants;

namespace Checkout.Web.Hosting.Merchants;

/// <summary>Lets a merchant in by its site and a key, as the Smart2Pay dialect names them.</summary>
public sealed class MerchantDoor(MerchantRegister register)
{
    /// <summary>The merchant, or null when the credentials are missing, unreadable or wrong, or the merchant is switched off.</summary>
    /// <param name="request">Carries them.</param>
    /// <param name="kind">What the key must be for.</param>
    public Merchant? Enter(HttpRequest request, MerchantKeyKind kind = MerchantKeyKind.Api)
    {
        if (!BasicCredentials.TryRead(request.Headers.Authorization, out var credentials)) return null;
        var (user, hash) = credentials.Value;

        var entry = int.TryParse(user, NumberStyles.None, CultureInfo.InvariantCulture, out var site) ? register.Entry(site) : null;
        return KeyCheck.Fits(entry, kind, hash) && entry.Merchant.Settings.Active ? entry.Merchant : null;
    }
}
