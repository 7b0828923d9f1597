using System.Security.Cryptography;
using System.Text;

public static class SignatureCheck
{
    /// <param name="body">The bytes as they came.</param>
    public static bool IsSignedBy(string secret, byte[] body, string signature)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        var own = Convert.ToBase64String(SHA1.HashData([.. key, .. body, .. key]));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(own), Encoding.UTF8.GetBytes(signature));
    }
}
