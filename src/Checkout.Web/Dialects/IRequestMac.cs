namespace Checkout.Web.Dialects;

/// <summary>
/// The keyed hash by which a repeated request is recognised (PAY-11), and which makes names that follow from what they name. The key
/// belongs to the vault, so that a stolen table of requests cannot be searched by guessing, and nobody can guess a name.
/// </summary>
public interface IRequestMac
{
    byte[] Of(ReadOnlySpan<byte> request);
}
