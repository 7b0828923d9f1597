using Checkout.Core.SavedCards;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Makes the key of a request: its name with a keyed hash of what it asks, security code left out, card number as its fingerprint (PAY-11).</summary>
public sealed class RequestKeys(IRequestMac mac, IVault vault)
{
    /// <param name="name">A name with a key.</param>
    /// <param name="asked">Null: the address says it all.</param>
    public RequestKey Of(RequestName name, IRepeatable? asked)
    {
        var digest = new RequestDigest().Add(name.Endpoint).Add(name.Query);
        if (asked?.Number is { } number) digest.Add(vault.Fingerprint(name.Merchant, number));
        asked?.Describe(digest);
        return new RequestKey(name.Merchant, name.Endpoint, name.Key!, mac.Of(digest.Bytes));
    }
}
