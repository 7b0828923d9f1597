using System.Security.Cryptography;
using Checkout.Core.Chance;

namespace Checkout.Web.Hosting;

/// <summary>Chance from the operating system.</summary>
public sealed class CryptographicRandom : IRandomSource
{
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
