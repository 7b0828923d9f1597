namespace Checkout.Web.Dialects;

/// <summary>
/// The keyed hash by which a repeated request is recognised (PAY-11). The key belongs to the vault, so that a stolen table of requests
/// cannot be searched by guessing.
/// </summary>
public interface IRequestMac
{
    byte[] Of(ReadOnlySpan<byte> request);
}
