namespace Checkout.Core.Payments;

/// <summary>How often one payment may be tried on the page; 0 means no limit.</summary>
public sealed record PaymentLimits(int Tries, int WrongCodes)
{
    public static readonly PaymentLimits None = new(0, 0);

    /// <summary>A merchant's own limit may only be the lower one.</summary>
    public bool AreReachedBy(Payment payment) =>
        payment.Tries >= payment.Details.MostTries || (Tries > 0 && payment.Tries >= Tries) || (WrongCodes > 0 && payment.WrongCodes >= WrongCodes);
}
