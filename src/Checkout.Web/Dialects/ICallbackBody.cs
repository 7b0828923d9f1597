using Checkout.Core.Notices;

namespace Checkout.Web.Dialects;

/// <summary>Writes what a notice says, in the words of its dialect.</summary>
public interface ICallbackBody
{
    /// <returns>The exact bytes to sign and post; null when the dialect has no words for it.</returns>
    ValueTask<byte[]?> BodyAsync(Notice notice);
}
