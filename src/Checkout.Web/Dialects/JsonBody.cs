using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Checkout.Web.Dialects;

/// <summary>Writes an answer's body with a writer and a buffer that each thread keeps.</summary>
public static class JsonBody
{
    private const int LargestKept = 64 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        // Names of people stay readable; quotes, ampersands and angle brackets are still escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        SkipValidation = true,
    };

    [ThreadStatic]
    private static Kept? _kept;

    public static byte[] Of<T>(T what, Action<Utf8JsonWriter, T> write)
    {
        var kept = _kept ?? new Kept();
        _kept = null;
        write(kept.Json, what);
        kept.Json.Flush();
        var body = kept.Buffer.WrittenSpan.ToArray();
        kept.Clear();
        if (kept.Buffer.Capacity <= LargestKept) _kept = kept;
        return body;
    }

    private sealed class Kept
    {
        public Kept() => Json = new Utf8JsonWriter(Buffer, Options);

        public ArrayBufferWriter<byte> Buffer { get; } = new(2048);

        public Utf8JsonWriter Json { get; }

        public void Clear()
        {
            Buffer.ResetWrittenCount();
            Json.Reset();
        }
    }
}
