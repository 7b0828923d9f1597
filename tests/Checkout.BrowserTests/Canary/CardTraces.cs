using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Checkout.BrowserTests.Canary;

/// <summary>Looks for a card number in bytes, in every dress it could have been written down in.</summary>
public sealed class CardTraces
{
    private readonly List<(string Dress, byte[] Bytes)> _wanted = [];

    public CardTraces(string number)
    {
        var groups = string.Join(' ', number.Chunk(4).Select(group => new string(group)));
        foreach (var text in new[] { number, groups, groups.Replace(' ', '-') })
        {
            foreach (var encoding in new[] { Encoding.ASCII, Encoding.Unicode, Encoding.BigEndianUnicode }) Want($"{encoding.WebName} of {text}", encoding.GetBytes(text));
            foreach (var encoding in new[] { Encoding.ASCII, Encoding.Unicode }) WantBase64(text, encoding.GetBytes(text));
            Want("hex", Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.ASCII.GetBytes(text))));
            Want("lower-case hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.ASCII.GetBytes(text))));
        }

        var value = long.Parse(number, CultureInfo.InvariantCulture);
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        Want("a big-endian number", bytes);
        Want("a little-endian number", [.. Enumerable.Reverse(bytes)]);
        Want("packed digits", Convert.FromHexString(number));
    }

    /// <summary>The dresses the number is found in; empty when it is not there.</summary>
    public IReadOnlyList<string> In(byte[] content) => [.. _wanted.Where(wanted => content.AsSpan().IndexOf(wanted.Bytes) >= 0).Select(wanted => wanted.Dress)];

    private void Want(string dress, byte[] bytes) => _wanted.Add((dress, bytes));

    /// <summary>Base64 looks different for each of three places a text can start at; the characters its neighbours share are left out.</summary>
    private void WantBase64(string text, byte[] bytes)
    {
        for (var before = 0; before < 3; before++)
        {
            var encoded = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var from = (int)Math.Ceiling(before * 8 / 6.0);
            var sure = (before + bytes.Length) * 8 / 6;
            Want($"base64 of {text} after {before} bytes", Encoding.ASCII.GetBytes(encoded[from..sure]));
        }
    }
}
