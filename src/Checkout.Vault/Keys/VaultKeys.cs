using System.Security.Cryptography;
using System.Text;
using Checkout.Core.Storage;

namespace Checkout.Vault.Keys;

/// <summary>The vault's own keys, 32 random bytes each, as they lie wrapped in the store and clear in this process.</summary>
internal sealed class VaultKeys
{
    public const string Room = "vault";
    public const int KeyBytes = 32;

    private static readonly byte[] CanaryText = Encoding.ASCII.GetBytes("The canary sings.");

    private readonly Dictionary<string, byte[]> _byName;

    private VaultKeys(Dictionary<string, byte[]> byName) => _byName = byName;

    public byte[] this[string purpose] => _byName[purpose];

    /// <summary>The card keys of all epochs that can still be opened.</summary>
    public IReadOnlyDictionary<int, byte[]> CardKeys =>
        _byName.Where(key => Purposes.EpochOf(key.Key) is not null).ToDictionary(key => Purposes.EpochOf(key.Key)!.Value, key => key.Value);

    /// <summary>True when a first start has been completed: the canary is written after everything else.</summary>
    public static bool AreMade(IReadOnlyDictionary<string, string> rows) => rows.ContainsKey(Purposes.Canary);

    /// <summary>Makes what a new vault needs. A start that was cut short is completed; keys that another server made first are kept.</summary>
    public static void Make(ISettingStore settings, KeyRing ring)
    {
        foreach (var name in Purposes.OfNewVault)
            settings.Write(Room, name, ring.Wrap(name, RandomNumberGenerator.GetBytes(KeyBytes)), onlyNew: true);

        var first = Purposes.CardKey(Purposes.FirstEpoch);
        var key = new GcmKey(Unwrap(ring, first, settings.ReadAll(Room)));
        settings.Write(Room, Purposes.Canary, Convert.ToBase64String(key.Seal(CanaryText, CanaryBinding)), onlyNew: true);
    }

    /// <exception cref="VaultRefusedStartException">A key is missing or does not open, or the canary does not.</exception>
    public static VaultKeys Open(IReadOnlyDictionary<string, string> rows, KeyRing ring)
    {
        if (Purposes.OfNewVault.FirstOrDefault(name => !rows.ContainsKey(name)) is { } lost)
            throw new VaultRefusedStartException($"The vault's key {lost} is missing from the store. Restore the vault's keys from the last backup.");

        var keys = rows.Keys.Where(name => name != Purposes.Canary).ToDictionary(name => name, name => Unwrap(ring, name, rows));
        if (!CanarySings(keys[Purposes.CardKey(Purposes.FirstEpoch)], rows[Purposes.Canary]))
            throw new VaultRefusedStartException(
                "The vault's keys do not open the canary, so they are not the keys of this store. Restore data and keys from the same backup.");
        return new VaultKeys(keys);
    }

    /// <summary>Wraps the rows that <paramref name="to"/> does not open anew under it. Cut short or done twice, it does no harm.</summary>
    public static void Move(ISettingStore settings, KeyRing from, KeyRing to)
    {
        var rows = settings.ReadAll(Room);
        foreach (var name in rows.Keys.Where(name => name != Purposes.Canary))
        {
            if (!to.TryUnwrap(name, rows[name], out _)) settings.Write(Room, name, to.Wrap(name, Unwrap(from, name, rows)));
        }
    }

    private static byte[] CanaryBinding => Encoding.ASCII.GetBytes(Purposes.Canary);

    private static bool CanarySings(byte[] cardKey, string canary)
    {
        Span<byte> text = stackalloc byte[CanaryText.Length];
        var key = new GcmKey(cardKey);
        var blob = new byte[GcmKey.Overhead + text.Length];
        return Convert.TryFromBase64String(canary, blob, out var length) && key.TryOpen(blob.AsSpan(0, length), CanaryBinding, text)
            && text.SequenceEqual(CanaryText);
    }

    private static byte[] Unwrap(KeyRing ring, string name, IReadOnlyDictionary<string, string> rows) =>
        ring.TryUnwrap(name, rows[name], out var key) && key.Length == KeyBytes
            ? key
            : throw new VaultRefusedStartException(
                $"The key ring does not open the vault's key {name}. Give the certificate that locked the ring (Vault:CertificatePath, or "
                + "Vault:FormerCertificatePath while it is being changed), or restore ring and keys from the same backup.");
}
