using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Checkout.Core.Storage;

namespace Checkout.Vault.Keys;

/// <summary>The certificate that locks the key ring, and while it is being changed the one before.</summary>
internal sealed class RingCertificates : IDisposable
{
    private const int SmallestKeyBits = 3072;

    private RingCertificates(X509Certificate2 current, X509Certificate2? former)
    {
        Current = current;
        Former = former;
    }

    public X509Certificate2 Current { get; }

    public X509Certificate2? Former { get; }

    /// <exception cref="VaultRefusedStartException">No certificate is set outside the sandbox, or one cannot be used.</exception>
    public static RingCertificates Load(VaultOptions options, bool sandbox, ISettingStore settings)
    {
        if (string.IsNullOrWhiteSpace(options.CertificatePath) && !sandbox)
            throw new VaultRefusedStartException(
                "No certificate is set for the vault. Set Vault:CertificatePath to a PFX file with an RSA key of 3072 bits or more.");

        var current = string.IsNullOrWhiteSpace(options.CertificatePath)
            ? SandboxCertificate.Take(settings)
            : FromFile("Vault:CertificatePath", options.CertificatePath, options.CertificatePassword, sandbox);
        var former = string.IsNullOrWhiteSpace(options.FormerCertificatePath)
            ? null
            : FromFile("Vault:FormerCertificatePath", options.FormerCertificatePath, options.FormerCertificatePassword, sandbox);
        return new RingCertificates(current, former);
    }

    public void Dispose()
    {
        Current.Dispose();
        Former?.Dispose();
    }

    private static X509Certificate2 FromFile(string setting, string path, string? password, bool sandbox)
    {
        if (!File.Exists(path)) throw new VaultRefusedStartException($"{setting} names {path}, and there is no such file.");
        if (!sandbox && IsReadableByAll(path))
            throw new VaultRefusedStartException($"{setting} names {path}, which every user of this machine can read. Take that right away (chmod 600).");

        var certificate = Load(setting, path, password);
        using var key = certificate.HasPrivateKey ? certificate.GetRSAPrivateKey() : null;
        if (key is null)
            throw new VaultRefusedStartException($"{setting} names {path}, which holds no RSA private key. Export the certificate together with its key.");
        if (key.KeySize < SmallestKeyBits)
            throw new VaultRefusedStartException(
                $"{setting} names {path}, whose RSA key has {key.KeySize} bits. Make one with {SmallestKeyBits} bits or more.");
        return certificate;
    }

    private static X509Certificate2 Load(string setting, string path, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        }
        catch (Exception refusal) when (refusal is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new VaultRefusedStartException(
                $"{setting} names {path}, which does not open. Check that it is a PFX file, that this user may read it, and its password.", refusal);
        }
    }

    private static bool IsReadableByAll(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & UnixFileMode.OtherRead) != 0;
}
