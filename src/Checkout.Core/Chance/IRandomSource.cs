namespace Checkout.Core.Chance;

/// <summary>Where chance comes in. The server plugs in a cryptographic source, the simulation a seeded one.</summary>
public interface IRandomSource
{
    void Fill(Span<byte> bytes);
}
