using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Checkout.Connectors.Exchange;

/// <summary>A JSON body that may hold a card number and a security code: written into one buffer, which is wiped with the request.</summary>
public sealed class JsonRequestBody : HttpContent
{
    // Larger than any request of ours with every character escaped, so that the buffer never grows and leaves a copy behind.
    private const int Room = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new(Room);

    public JsonRequestBody(Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(_buffer)) write(json);
        Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(_buffer.WrittenMemory).AsTask();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(_buffer.WrittenMemory, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _buffer.WrittenCount;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _buffer.Clear();
        base.Dispose(disposing);
    }
}
