using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Why an invoice is not made, in the dialect's words, where the provider is the reason.</summary>
public static class InvoiceRefusals
{
    /// <param name="refusal">What Core said.</param>
    /// <param name="service">Where the request names the service.</param>
    public static Fault Of(Refusal refusal, string service) => refusal switch
    {
        Refusal.NoProvider => Fault.NotSupported(service, "No provider takes payments of this account"),
        Refusal.CardNotTaken => Fault.NotSupported(service, "The provider of this account takes cards on its own page only"),
        Refusal.CannotHold => Fault.NotSupported(service, "The provider of this account cannot do this"),
        Refusal.None or Refusal.DuplicateReference or Refusal.TokenGone or Refusal.TokenSpent or Refusal.RequestSeen or Refusal.Busy or Refusal.WrongState
            or Refusal.NotFound or Refusal.AmountTooHigh or Refusal.AmountInvalid or Refusal.Blocked => throw new InvalidOperationException($"{refusal} is no reason to refuse an invoice."),
    };
}
