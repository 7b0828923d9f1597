using System.Text;

namespace Checkout.Web.Dialects.Smart2Pay.Import;

/// <summary>A line of a file, or what is wrong with it.</summary>
internal sealed record FileLine(int Number, string? Text, string? Fault);

/// <summary>Reads a file line by line, each within bounds and strictly as UTF-8: a letter that was guessed would be kept for ever.</summary>
internal static class FileLines
{
    private const int Longest = 64 * 1024;
    private const int LineFeed = 10;
    private const int End = -1;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IEnumerable<FileLine> Of(Stream file)
    {
        var bytes = new byte[Longest];
        var next = LineFeed;
        for (var number = 1; next != End; number++)
        {
            var length = 0;
            while ((next = file.ReadByte()) is not (LineFeed or End))
            {
                if (length < Longest) bytes[length] = (byte)next;
                length++;
            }

            var line = Read(number, bytes, length);
            if (line.Text is not "") yield return line;
        }
    }

    private static FileLine Read(int number, byte[] bytes, int length)
    {
        if (length > Longest) return new FileLine(number, null, "is longer than 64 KiB");
        var text = bytes.AsSpan(0, length);
        if (number == 1 && text.StartsWith(Encoding.UTF8.Preamble)) text = text[Encoding.UTF8.Preamble.Length..];
        try
        {
            return new FileLine(number, Strict.GetString(text).TrimEnd('\r'), null);
        }
        catch (DecoderFallbackException)
        {
            return new FileLine(number, null, "is not UTF-8");
        }
    }
}
