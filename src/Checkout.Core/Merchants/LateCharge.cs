namespace Checkout.Core.Merchants;

/// <summary>
/// What becomes of a charge that turns up after its payment was given up. <c>Void</c>: it is taken back, and the payment stays as the
/// merchant was told. <c>Adopt</c>: it pays the payment after all, if nothing else did (PAY-19).
/// </summary>
public enum LateCharge { Void = 0, Adopt = 1 }
