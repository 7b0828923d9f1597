using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Exchange;

/// <summary>Sends one request to an upstream and reads the answer, or tells what went wrong and on which side of the first byte (PAY-5).</summary>
/// <param name="http">Follows no redirects and keeps no cookies.</param>
public sealed class UpstreamHttp(HttpClient http, Breaker breaker)
{
    private const int LongestAnswer = 256 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>Sends the request and disposes it, and with it what it carried.</summary>
    /// <param name="isNew">A new payment, which a failing upstream is spared for a moment; anything else is always sent.</param>
    public async Task<Reply> SendAsync(HttpRequestMessage request, bool isNew, CancellationToken cancellation)
    {
        using var sending = request;
        if (isNew && !breaker.LetsThrough()) return new Reply.Fault(ConnectorFault.NotConnected, IsSent: false);

        // The library sends a request that has no content again by itself when a connection ends unanswered, and tells only of the second time:
        // with the upstream gone by then, "no connection" for what was done. With content, be it empty, it never does.
        if (request.Method != HttpMethod.Get) request.Content ??= new ByteArrayContent([]);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var reply = await ExchangeAsync(request, cancellation);
        breaker.Note(hasAnswered: reply is Reply.Answer);
        return reply;
    }

    private async Task<Reply> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!IsDecisive(response.StatusCode)) return new Reply.Fault(ConnectorFault.ServerError, IsSent: true);
            if (!IsJson(response.Content.Headers.ContentType)) return new Reply.Fault(ConnectorFault.UnreadableAnswer, IsSent: true);
            return await ReadAsync(response, cancellation);
        }
        catch (HttpRequestException trouble) when (IsBeforeTheFirstByte(trouble))
        {
            return new Reply.Fault(ConnectorFault.NotConnected, IsSent: false);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or OperationCanceledException)
        {
            return new Reply.Fault(ConnectorFault.NoAnswer, IsSent: true);
        }
        catch (JsonException)
        {
            return new Reply.Fault(ConnectorFault.UnreadableAnswer, IsSent: true);
        }
    }

    private static async Task<Reply> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = ArrayPool<byte>.Shared.Rent(LongestAnswer + 1);
        try
        {
            var length = await stream.ReadAtLeastAsync(buffer.AsMemory(0, LongestAnswer + 1), LongestAnswer + 1, throwOnEndOfStream: false, cancellation);
            return length > LongestAnswer ? new Reply.Fault(ConnectorFault.UnreadableAnswer, IsSent: true) : Parse((int)response.StatusCode, buffer.AsMemory(0, length));
        }
        finally
        {
            // A token may stand in it.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static Reply Parse(int status, ReadOnlyMemory<byte> text)
    {
        using var document = JsonDocument.Parse(text, Strict);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? new Reply.Answer(status, document.RootElement.Clone())
            : new Reply.Fault(ConnectorFault.UnreadableAnswer, IsSent: true);
    }

    // Redirects are none of the contract; the rest says that the upstream, or something before it, could not do its work now.
    private static bool IsDecisive(HttpStatusCode status) => (int)status is (>= 200 and < 300) or (>= 400 and < 500 and not 408 and not 409 and not 429);

    private static bool IsJson(MediaTypeHeaderValue? type) =>
        type?.MediaType is { } media && (media.Equals("application/json", StringComparison.OrdinalIgnoreCase) || media.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    private static bool IsBeforeTheFirstByte(HttpRequestException trouble) => trouble.HttpRequestError
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError;
}
