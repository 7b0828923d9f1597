using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Checkout.Core.Storage;

namespace Checkout.Vault.Keys;

/// <summary>
/// The sandbox's certificate: made at first start and kept in clear beside what it locks, so it keeps no secret from anyone who has
/// the database. It lets the sandbox run the very code of Production without a file to prepare; Production never reads it.
/// </summary>
internal static class SandboxCertificate
{
    private const string Name = "sandbox.certificate";

    // Nothing checks these dates; fixed ones keep the clock out of here.
    private static readonly DateTimeOffset From = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2125, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static X509Certificate2 Take(ISettingStore settings)
    {
        if (!settings.ReadAll(RingRows.Room).TryGetValue(Name, out var pem))
        {
            settings.Write(RingRows.Room, Name, Make(), onlyNew: true);
            pem = settings.ReadAll(RingRows.Room)[Name];
        }

        return Read(pem);
    }

    private static X509Certificate2 Read(string pem)
    {
        try
        {
            return X509Certificate2.CreateFromPem(pem, pem);
        }
        catch (CryptographicException refusal)
        {
            throw new VaultRefusedStartException(
                "The sandbox's certificate in the store is damaged. Restore the store, or begin with an empty data directory.", refusal);
        }
    }

    private static string Make()
    {
        using var key = RSA.Create(3072);
        var request = new CertificateRequest("CN=Checkout sandbox key ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(From, Until);
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}";
    }
}
