using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>A payment with what an answer about it needs besides.</summary>
/// <param name="Token">The token the merchant may see; null: none.</param>
/// <param name="ShowsFraud">Whether this merchant's answers carry the fraud check.</param>
public readonly record struct PaymentView(Payment Payment, string? Token, bool ShowsFraud)
{
    /// <summary>The answer is to an action that did not succeed, so it says why even where the dialect is otherwise silent.</summary>
    public bool IsRefused { get; init; }

    public override string ToString() => $"payment {Payment.Number}";
}
