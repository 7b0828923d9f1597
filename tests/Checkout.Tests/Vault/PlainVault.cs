using System.Security.Cryptography;
using Checkout.Core.Cards;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Vault;
using Checkout.Vault.Keys;

namespace Checkout.Tests.Vault;

/// <summary>Vaults and card numbers for tests.</summary>
internal static class PlainVault
{
    public static readonly byte[] CountingKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private static readonly Lazy<MemorySettings> CertificateOnly = new(() =>
    {
        var settings = new MemorySettings();
        SandboxCertificate.Take(settings).Dispose();
        return settings;
    });

    /// <summary>A store before its first start, but for the certificate: making one each time would make the tests slow.</summary>
    public static MemorySettings NewSandbox() => CertificateOnly.Value.Copy();

    public static CardVault WithRandomKeys() =>
        new(new Dictionary<int, byte[]> { [1] = RandomNumberGenerator.GetBytes(32) }, RandomNumberGenerator.GetBytes(32));

    public static VaultRoom OpenSandbox(ISettingStore settings, bool inUse = false) =>
        VaultRoom.Open(settings, new VaultOptions(), sandbox: true, inUse);

    public static string RefusedSandbox(ISettingStore settings, bool inUse = false) =>
        Assert.Throws<VaultRefusedStartException>(() => OpenSandbox(settings, inUse)).Message;

    public static CardNumber Card(string digits = "4111111111111111")
    {
        Assert.True(CardNumber.TryRead(digits, out var number, out _));
        return number;
    }

    /// <summary>A number of the wanted length that passes the check digit.</summary>
    public static CardNumber CardOfLength(int length)
    {
        var stem = "4929123456789012345"[..(length - 1)];
        return Enumerable.Range(0, 10).Select(last => CardNumber.TryRead($"{stem}{last}", out var number, out _) ? number : null).OfType<CardNumber>().Single();
    }

    public static string Digits(this CardNumber number) => number.Reveal().ToString();

    public static void Refuses(CardVault vault, SealedNumber number, CardOwner owner) =>
        Assert.Throws<VaultRefusedException>(() => vault.Open(number, owner));
}
