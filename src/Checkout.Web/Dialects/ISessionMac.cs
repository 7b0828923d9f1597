namespace Checkout.Web.Dialects;

/// <summary>
/// The keyed hash that signs a word which opens one payment to whoever holds it. The key is the vault's key for pages, so a message begins
/// with a line that no page's form begins with.
/// </summary>
public interface ISessionMac
{
    byte[] Of(ReadOnlySpan<byte> message);
}
