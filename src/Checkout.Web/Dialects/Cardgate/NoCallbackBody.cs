using Checkout.Core.Notices;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Stands where the invoice document will be written; nobody is told anything until then.</summary>
public sealed class NoCallbackBody : ICallbackBody
{
    public ValueTask<byte[]?> BodyAsync(Notice notice) => ValueTask.FromResult<byte[]?>(null);
}
