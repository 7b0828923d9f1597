using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Tokens;
using Checkout.Vault.Keys;

namespace Checkout.Vault;

/// <summary>The vault, opened: everything that needs one of its keys. Opened once per process, before the server listens.</summary>
public sealed class VaultRoom
{
    private VaultRoom(VaultKeys keys)
    {
        Cards = new CardVault(keys.CardKeys, keys[Purposes.Fingerprint]);
        Tokens = new OpaqueTokens(keys[Purposes.CardToken], keys[Purposes.PageLink], keys[Purposes.BankReturn]);
        Secrets = new SecretSeal(keys[Purposes.Secrets]);
        PageForms = new Macs(keys[Purposes.PageForm]);
        Requests = new Macs(keys[Purposes.RequestMac]);
    }

    public IVault Cards { get; }

    public IOpaqueTokens Tokens { get; }

    public SecretSeal Secrets { get; }

    /// <summary>Proves that a posted form was rendered by us (WEB-9).</summary>
    public Macs PageForms { get; }

    /// <summary>Names a request that holds card data without telling it (PAY-11).</summary>
    public Macs Requests { get; }

    /// <summary>
    /// Opens the vault; a store that never held one gets a new one. Takes about 0.1 s, the sandbox's first start half a second.
    /// </summary>
    /// <param name="settings">Where the ring (room <c>key-ring</c>) and the wrapped keys (room <c>vault</c>) lie.</param>
    /// <param name="options">The certificates.</param>
    /// <param name="sandbox">Allows a certificate of our own making, kept in the store.</param>
    /// <param name="inUse">
    /// The store holds sealed cards or secrets already, so it must have keys: their absence is a loss, not a first start.
    /// </param>
    /// <exception cref="VaultRefusedStartException">Keys are lost, do not open, or the certificate will not do (VLT-6).</exception>
    public static VaultRoom Open(ISettingStore settings, VaultOptions options, bool sandbox, bool inUse = false)
    {
        // The keys are read before the ring: who makes a new vault writes the ring first, so keys without a ring are a loss and never a race.
        var wrapped = settings.ReadAll(VaultKeys.Room);
        var rows = new RingRows(settings);
        var ringIsEmpty = rows.GetAllElements().Count == 0;
        if (ringIsEmpty && wrapped.Count > 0)
            throw new VaultRefusedStartException(
                "The store holds the vault's keys but the key ring that opens them is gone. Restore the key ring from the last backup.");
        if (inUse && !VaultKeys.AreMade(wrapped))
            throw new VaultRefusedStartException(
                "The store holds sealed cards or secrets but the vault's keys are gone. Restore the vault's keys and key ring from the last backup.");

        using var certificates = RingCertificates.Load(options, sandbox, settings);
        using var ring = new KeyRing(rows, certificates.Current, certificates.Former);
        if (ringIsEmpty) ring.AddKey();
        if (!ring.Opens())
            throw new VaultRefusedStartException(
                "The certificate does not open the key ring. Give the one that locked it as Vault:CertificatePath, or as "
                + "Vault:FormerCertificatePath while it is being changed. If it is the right one, restore the key ring from the last backup.");

        if (!VaultKeys.AreMade(wrapped)) VaultKeys.Make(settings, ring);
        var keys = VaultKeys.Open(settings.ReadAll(VaultKeys.Room), ring);
        if (certificates.Former is not null) ChangeCertificate(settings, ring, certificates);
        return new VaultRoom(keys);
    }

    /// <summary>Makes the former certificate needless: a ring key under the new one, and the vault's keys under that (VLT-7).</summary>
    private static void ChangeCertificate(ISettingStore settings, KeyRing ring, RingCertificates certificates)
    {
        using var next = new KeyRing(new RingRows(settings), certificates.Current);
        if (!next.Opens()) next.AddKey();
        VaultKeys.Move(settings, ring, next);
    }
}
