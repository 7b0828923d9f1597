using System.Globalization;
using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>
/// In this dialect a refund's reference is unique within its invoice, in Core among all refunds of the merchant. So Core's begins with the
/// payment's number and a dot, which no other dialect has in its references.
/// </summary>
public static class RefundReference
{
    public static string ForCore(long payment, string reference) => Prefix(payment) + reference;

    /// <summary>The merchant's own word; a refund made in another dialect has it as it is.</summary>
    public static string OfMerchant(Refund refund) => IsOurs(refund) ? refund.Reference[Prefix(refund.Payment).Length..] : refund.Reference;

    /// <summary>Whether the refund was asked for in this dialect.</summary>
    public static bool IsOurs(Refund refund) => refund.Reference.StartsWith(Prefix(refund.Payment), StringComparison.Ordinal);

    private static string Prefix(long payment) => string.Create(CultureInfo.InvariantCulture, $"{payment}.");
}
