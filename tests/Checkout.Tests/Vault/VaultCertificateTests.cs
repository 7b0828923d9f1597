using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Checkout.Core.SavedCards;
using Checkout.Vault;
using Checkout.Vault.Keys;

namespace Checkout.Tests.Vault;

public sealed class VaultCertificateTests : IDisposable
{
    private static readonly CardOwner Owner = new(1010, "shopper-1", 7);

    // Making RSA keys is slow: two of the right size are made once, one for "one" and one for all other names.
    private static readonly Lazy<RSA> FirstKey = new(() => RSA.Create(3072));
    private static readonly Lazy<RSA> SecondKey = new(() => RSA.Create(3072));

    private readonly MemorySettings _settings = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vault");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Production_opens_with_a_file_and_its_password_and_stores_no_certificate()
    {
        var options = new VaultOptions { CertificatePath = Pfx("one", "parola"), CertificatePassword = "parola" };
        var number = Open(options).Cards.Seal(PlainVault.Card(), Owner);
        Assert.Equal("4111111111111111", Open(options).Cards.Open(number, Owner).Digits());
        Assert.Equal(["ring.1"], _settings.ReadAll(RingRows.Room).Keys);
    }

    [Fact]
    public void The_sandbox_takes_a_file_too()
    {
        var options = new VaultOptions { CertificatePath = Pfx("one") };
        VaultRoom.Open(_settings, options, sandbox: true);
        Assert.Equal(["ring.1"], _settings.ReadAll(RingRows.Room).Keys);
        Open(options);
    }

    [Fact]
    public void Production_without_a_certificate_is_refused() =>
        Assert.Contains("Set Vault:CertificatePath to a PFX file", Refused(new VaultOptions()));

    [Fact]
    public void A_file_that_will_not_do_is_refused_with_the_reason()
    {
        Assert.Contains("there is no such file", Refused(new VaultOptions { CertificatePath = Path.Combine(_folder.FullName, "none.pfx") }));
        Assert.Contains("does not open", Refused(new VaultOptions { CertificatePath = Pfx("locked", "parola"), CertificatePassword = "other" }));
        Assert.Contains("does not open", Refused(new VaultOptions { CertificatePath = Written("text.pfx", "no certificate"u8.ToArray()) }));
        using var small = RSA.Create(2048);
        Assert.Contains("has 2048 bits", Refused(new VaultOptions { CertificatePath = Pfx("small", key: small) }));
        Assert.Contains("holds no RSA private key", Refused(new VaultOptions { CertificatePath = PublicOnly() }));
        Assert.Contains("holds no RSA private key", Refused(new VaultOptions { CertificatePath = Elliptic() }));
        Assert.Empty(_settings.ReadAll(RingRows.Room));
    }

    [Fact]
    public void A_file_that_everybody_can_read_is_refused_in_production()
    {
        if (OperatingSystem.IsWindows()) return;
        var options = new VaultOptions { CertificatePath = Pfx("one") };
        File.SetUnixFileMode(options.CertificatePath, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Contains("chmod 600", Refused(options));
    }

    [Fact]
    public void Another_certificate_is_refused_and_changes_nothing()
    {
        Open(new VaultOptions { CertificatePath = Pfx("one") });
        var before = _settings.Copy();
        Assert.Contains("does not open the key ring", Refused(new VaultOptions { CertificatePath = Pfx("two") }));
        Assert.Contains("does not open the key ring", Refused(new VaultOptions { CertificatePath = Pfx("three"), FormerCertificatePath = Pfx("four") }));
        foreach (var room in new[] { RingRows.Room, VaultKeys.Room }) Assert.Equal(before.ReadAll(room), _settings.ReadAll(room));
    }

    [Fact]
    public void A_certificate_is_changed_by_one_start_with_both()
    {
        var one = new VaultOptions { CertificatePath = Pfx("one") };
        var two = new VaultOptions { CertificatePath = Pfx("two") };
        var both = new VaultOptions { CertificatePath = two.CertificatePath, FormerCertificatePath = one.CertificatePath };
        var number = Open(one).Cards.Seal(PlainVault.Card(), Owner);
        Refused(two);

        Assert.Equal("4111111111111111", Open(both).Cards.Open(number, Owner).Digits());
        Open(both);
        Assert.Equal("4111111111111111", Open(two).Cards.Open(number, Owner).Digits());
        Assert.Equal(["ring.1", "ring.2"], _settings.ReadAll(RingRows.Room).Keys.Order());
        Assert.Contains("does not open the key ring", Refused(one));

        // And back again, by way of both.
        Open(new VaultOptions { CertificatePath = one.CertificatePath, FormerCertificatePath = two.CertificatePath });
        Assert.Equal("4111111111111111", Open(one).Cards.Open(number, Owner).Digits());
        Assert.Equal(["ring.1", "ring.2", "ring.3"], _settings.ReadAll(RingRows.Room).Keys.Order());
    }

    [Fact]
    public void A_change_of_certificate_that_was_cut_short_is_completed()
    {
        var one = new VaultOptions { CertificatePath = Pfx("one") };
        var both = new VaultOptions { CertificatePath = Pfx("two"), FormerCertificatePath = one.CertificatePath };
        Open(one);
        var wrapped = _settings.ReadAll(VaultKeys.Room);
        Open(both);
        foreach (var name in Purposes.OfNewVault.Take(3)) _settings.Write(VaultKeys.Room, name, wrapped[name]);

        Open(both);
        Open(new VaultOptions { CertificatePath = both.CertificatePath });
        Assert.Equal(["ring.1", "ring.2"], _settings.ReadAll(RingRows.Room).Keys.Order());
    }

    private VaultRoom Open(VaultOptions options) => VaultRoom.Open(_settings, options, sandbox: false);

    private string Refused(VaultOptions options) => Assert.Throws<VaultRefusedStartException>(() => Open(options)).Message;

    private string Pfx(string name, string? password = null, RSA? key = null)
    {
        key ??= name == "one" ? FirstKey.Value : SecondKey.Value;
        using var certificate = Signed(new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return Written($"{name}.pfx", certificate.Export(X509ContentType.Pfx, password));
    }

    private string Elliptic()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Signed(new CertificateRequest("CN=elliptic", key, HashAlgorithmName.SHA256));
        return Written("elliptic.pfx", certificate.Export(X509ContentType.Pfx));
    }

    private string PublicOnly()
    {
        using var certificate = Signed(new CertificateRequest("CN=public", FirstKey.Value, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        using var bare = X509CertificateLoader.LoadCertificate(certificate.RawData);
        return Written("public.pfx", bare.Export(X509ContentType.Pfx));
    }

    private static X509Certificate2 Signed(CertificateRequest request) =>
        request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(99));

    private string Written(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, content);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }
}
