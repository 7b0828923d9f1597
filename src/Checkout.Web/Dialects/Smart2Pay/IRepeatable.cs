using Checkout.Core.Cards;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>A request that can tell whether it is the same as another one (PAY-11).</summary>
public interface IRepeatable
{
    /// <summary>The card number in it, of which only the vault's fingerprint is compared.</summary>
    CardNumber? Number { get; }

    /// <summary>All the rest, without the security code.</summary>
    void Describe(RequestDigest digest);
}
