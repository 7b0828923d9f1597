using System.Diagnostics.CodeAnalysis;
using Checkout.Core.Merchants;
using Checkout.Web.Hosting.Merchants;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Who asked, and through which of its accounts.</summary>
public sealed record CardgateCaller(Merchant Merchant, CardgateAccount Account);

/// <summary>
/// Lets a merchant's server in by its account id and API key. A key that comes with an <c>Origin</c> stands in somebody's browser, where
/// anybody can read it: it opens nothing (API-1).
/// </summary>
public sealed class CardgateDoor(MerchantRegister register)
{
    /// <param name="request">Carries the credentials.</param>
    /// <param name="caller">Who asks, when it may.</param>
    /// <param name="refusal">What it hears else: 401, and 403 when its account is switched off.</param>
    public bool TryEnter(HttpRequest request, [NotNullWhen(true)] out CardgateCaller? caller, [NotNullWhen(false)] out IActionResult? refusal)
    {
        caller = Find(request);
        refusal = caller is null ? Refused.Unauthorized(request.HttpContext.Response) : caller.Merchant.Settings.Active ? null : Refused.For(Fault.Disabled);
        return refusal is null;
    }

    /// <summary>Null when the credentials are missing, unreadable, wrong, or held by a browser.</summary>
    private CardgateCaller? Find(HttpRequest request)
    {
        if (request.Headers.Origin.Count > 0 || !BasicCredentials.TryRead(request.Headers.Authorization, out var credentials)) return null;
        var (user, hash) = credentials.Value;

        var entry = register.Account(user);
        return KeyCheck.Fits(entry?.Owner, MerchantKeyKind.CardgateApi, hash) && entry is not null ? new CardgateCaller(entry.Owner.Merchant, entry.Account) : null;
    }
}
