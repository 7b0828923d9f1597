using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Checkout.Tests.Server.Starting;

/// <summary>A certificate for the key ring, in a file of its own that only its owner reads.</summary>
internal static class TestCertificate
{
    public const string Password = "of the test";

    private static readonly Lazy<byte[]> Good = new(() => Make(3072));

    /// <summary>Writes the one good certificate all tests share, since a key takes its time to make.</summary>
    public static string Write(string directory) => Write(directory, "ring.pfx", Good.Value);

    public static string WriteWeak(string directory) => Write(directory, "weak.pfx", Make(2048));

    /// <summary>The settings of a server outside the sandbox, whose certificate lies in that directory.</summary>
    public static string[] Earnest(string directory) => ["PublicUrl=https://pay.example", $"Vault:CertificatePath={Write(directory)}", $"Vault:CertificatePassword={Password}"];

    private static string Write(string directory, string name, byte[] pfx)
    {
        var path = Path.Combine(directory, name);
        File.WriteAllBytes(path, pfx);
        Allow(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }

    /// <summary>Says who may read a file, where files know that.</summary>
    public static void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, mode);
    }

    private static byte[] Make(int bits)
    {
        using var key = RSA.Create(bits);
        var request = new CertificateRequest("CN=Checkout test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return certificate.Export(X509ContentType.Pfx, Password);
    }
}
