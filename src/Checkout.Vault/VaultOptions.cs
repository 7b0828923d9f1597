namespace Checkout.Vault;

/// <summary>Settings of the room <c>Vault:*</c>. Outside the sandbox a certificate is required; it must not be the one for TLS.</summary>
public sealed class VaultOptions
{
    /// <summary>A PFX file with the certificate and private key (RSA, 3072 bits or more) that lock the key ring.</summary>
    public string? CertificatePath { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>
    /// The certificate before this one, while it is being changed. A start with both moves the keys to the new one; give both to
    /// every server first, and take the former away when all of them have started with both.
    /// </summary>
    public string? FormerCertificatePath { get; set; }

    public string? FormerCertificatePassword { get; set; }
}
