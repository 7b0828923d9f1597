using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Vault.Keys;

/// <summary>
/// ASP.NET DataProtection in a container of its own: wraps the vault's keys under a ring that a certificate locks. It is used while
/// the vault opens and thrown away after; it makes no key unless <see cref="AddKey"/> is called, and its keys never expire (VLT-7).
/// </summary>
internal sealed class KeyRing : IDisposable
{
    private readonly RingRows _rows;
    private readonly ServiceProvider _services;
    private readonly IDataProtectionProvider _protection;

    /// <summary>New keys are locked with <paramref name="current"/>; a former certificate only unlocks old ones.</summary>
    public KeyRing(RingRows rows, X509Certificate2 current, X509Certificate2? former = null)
    {
        _rows = rows;
        var services = new ServiceCollection();
        services.AddDataProtection()
            .SetApplicationName("Checkout")
            .DisableAutomaticKeyGeneration()
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM })
            .ProtectKeysWithCertificate(current)
            .UnprotectKeysWithAnyCertificate(former is null ? [current] : [current, former]);
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = rows);
        _services = services.BuildServiceProvider();
        _protection = _services.GetRequiredService<IDataProtectionProvider>();
    }

    /// <summary>
    /// Makes the key after the last one that was read; a server that decided the same at the same time may be first, then its key is
    /// ours. Keys follow each other by number and not by a clock: each is dated a day after the one before, long ago.
    /// </summary>
    public void AddKey() =>
        _services.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UnixEpoch.AddDays(_rows.Count), DateTimeOffset.MaxValue);

    /// <summary>
    /// Whether a certificate opens the newest key, the one that wraps. Asked here, because DataProtection itself tries for two seconds
    /// before it says no.
    /// </summary>
    public bool Opens() => _services.GetRequiredService<IKeyManager>().GetAllKeys().MaxBy(key => key.ActivationDate) is { } newest && Opens(newest);

    /// <summary>Wraps a value for the store, bound to its name.</summary>
    public string Wrap(string name, byte[] clear) => Convert.ToBase64String(_protection.CreateProtector(name).Protect(clear));

    /// <summary>False: the row was wrapped under another ring or name, was changed, or no certificate opens its ring key.</summary>
    public bool TryUnwrap(string name, string wrapped, [NotNullWhen(true)] out byte[]? clear)
    {
        try
        {
            clear = _protection.CreateProtector(name).Unprotect(Convert.FromBase64String(wrapped));
            return true;
        }
        catch (Exception refusal) when (refusal is CryptographicException or FormatException)
        {
            clear = null;
            return false;
        }
    }

    public void Dispose() => _services.Dispose();

    // A damaged row names types and algorithms that do not exist, and the framework throws what it pleases at that. Whatever it throws,
    // the key does not open.
    private static bool Opens(IKey key)
    {
        try
        {
            return key.CreateEncryptor() is not null;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
