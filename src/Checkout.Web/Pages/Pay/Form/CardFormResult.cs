using Checkout.Core.Desk;

namespace Checkout.Web.Pages.Pay.Form;

/// <summary>A form that was read: an entry for the desk, or what has to be put right first. Dispose to wipe the card.</summary>
public sealed record CardFormResult(EnteredCard? Entry, IReadOnlyList<Fault> Faults) : IDisposable
{
    public void Dispose()
    {
        Entry?.Typed?.Dispose();
        Entry?.Code?.Dispose();
    }
}
