using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Checkout.Tests.Server.Canary;

/// <summary>
/// Looks in bytes for a secret of digits, in every dress it could have been written down in. Digits on either side make it another number,
/// so that a short code is not found in every time of day.
/// </summary>
internal sealed class Traces
{
    private readonly List<(string Dress, Regex Pattern)> _wanted = [];

    public Traces(string secret)
    {
        Want("text", secret, isAlone: true);
        foreach (var (name, encoding) in new[] { ("UTF-16", Encoding.Unicode), ("UTF-16 backwards", Encoding.BigEndianUnicode) }) Want(name, Latin(encoding.GetBytes(secret)));
        Want("hex", Convert.ToHexString(Encoding.ASCII.GetBytes(secret)));
        Want("small hex", Convert.ToHexStringLower(Encoding.ASCII.GetBytes(secret)));
        for (var before = 0; before < 3; before++) Want($"base64 after {before}", Base64(secret, before));
        if (secret.Length <= 4) return;

        foreach (var joint in new[] { " ", "-", "%20", "+" }) Want($"groups with \"{joint}\"", string.Join(joint, secret.Chunk(4).Select(c => new string(c))));
        var number = BitConverter.GetBytes(long.Parse(secret, CultureInfo.InvariantCulture));
        Want("number", Latin(number));
        Want("number backwards", Latin([.. number.Reverse()]));
    }

    /// <summary>The dresses it is found in.</summary>
    public IReadOnlyList<string> In(byte[] content)
    {
        var text = Latin(content);
        return [.. _wanted.Where(w => w.Pattern.IsMatch(text)).Select(w => w.Dress)];
    }

    /// <summary>What stands in base64 whatever comes before and after.</summary>
    private static string Base64(string secret, int before)
    {
        var encoded = Convert.ToBase64String([.. new byte[before], .. Encoding.ASCII.GetBytes(secret)]);
        return encoded[(((before * 8) + 5) / 6)..((before + secret.Length) * 8 / 6)];
    }

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private void Want(string dress, string bytes, bool isAlone = false) =>
        _wanted.Add((dress, new Regex(isAlone ? $"(?<![0-9]){Regex.Escape(bytes)}(?![0-9])" : Regex.Escape(bytes), RegexOptions.CultureInvariant)));
}
