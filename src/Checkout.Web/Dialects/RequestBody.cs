using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Checkout.Web.Dialects;

/// <summary>
/// The body of a request in one rented buffer, wiped when it is given back. Longer than <see cref="Limit"/>, or cut off on the way, it reads as
/// empty; whether a long one is told apart from that is for each dialect to decide.
/// </summary>
public readonly struct RequestBody : IDisposable
{
    public const int Limit = 64 * 1024;

    private readonly byte[] _buffer;
    private readonly int _length;

    private RequestBody(byte[] buffer, int length, bool isTooLong = false) => (_buffer, _length, IsTooLong) = (buffer, length, isTooLong);

    public bool IsTooLong { get; }

    public ReadOnlySpan<byte> Bytes => Memory.Span;

    /// <summary>The same bytes for readers that keep hold of them; valid until <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    public static async ValueTask<RequestBody> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > Limit) return new RequestBody([], 0, isTooLong: true);
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
                return new RequestBody([], 0, isTooLong: true);
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
