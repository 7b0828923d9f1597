using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>
/// The body of a request in one rented buffer, wiped when it is given back. Longer than <see cref="Limit"/>, or cut off on the way, it reads as
/// empty, which is the dialect's "invalid data" (never 411, 413 or 415).
/// </summary>
public readonly struct RequestBody : IDisposable
{
    public const int Limit = 64 * 1024;

    private readonly byte[] _buffer;
    private readonly int _length;

    private RequestBody(byte[] buffer, int length) => (_buffer, _length) = (buffer, length);

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    public static async ValueTask<RequestBody> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > Limit) return new RequestBody([], 0);
        try
        {
            return await ReadToEndAsync(request);
        }
        catch (BadHttpRequestException)
        {
            return new RequestBody([], 0);
        }
    }

    public void Dispose()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
    }

    private static async ValueTask<RequestBody> ReadToEndAsync(HttpRequest request)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            var bytes = read.Buffer;
            if (bytes.Length > Limit)
            {
                reader.AdvanceTo(bytes.End);
                return new RequestBody([], 0);
            }

            if (!read.IsCompleted)
            {
                reader.AdvanceTo(bytes.Start, bytes.End);
                continue;
            }

            var length = (int)bytes.Length;
            var buffer = length == 0 ? [] : ArrayPool<byte>.Shared.Rent(length);
            bytes.CopyTo(buffer);
            reader.AdvanceTo(bytes.End);
            return new RequestBody(buffer, length);
        }
    }
}
