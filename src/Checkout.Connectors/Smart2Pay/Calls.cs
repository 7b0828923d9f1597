using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Checkout.Connectors.Exchange;
using Checkout.Connectors.Smart2Pay.Wire;

namespace Checkout.Connectors.Smart2Pay;

/// <summary>Requests as this account sends them: where to, by whom, and under which name a repeat is recognised.</summary>
internal sealed class Calls(UpstreamHttp http, Smart2PayAccount account)
{
    private readonly AuthenticationHeaderValue _credentials = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.Site}:{account.Key}")));

    public Task<Reply> GetAsync(string path, CancellationToken cancellation) => http.SendAsync(Request(HttpMethod.Get, path), isNew: false, cancellation);

    /// <param name="path">The path, with its query.</param>
    /// <param name="reference">Our name for the operation. The same name twice is one effect (PAY-2).</param>
    /// <param name="write">The body; null for actions whose path says it all.</param>
    /// <param name="isNew">A new payment, which a failing upstream is spared for a moment.</param>
    /// <param name="cancellation">Ends the call; whether it was acted on is unknown then.</param>
    public Task<Reply> PostAsync(string path, string reference, Action<Utf8JsonWriter>? write, bool isNew, CancellationToken cancellation)
    {
        var request = Request(HttpMethod.Post, path);
        request.Headers.Add("RequestId", reference);
        if (write is not null) request.Content = new JsonRequestBody(write);
        return http.SendAsync(request, isNew, cancellation);
    }

    /// <summary>They do not know our credentials, so they did nothing.</summary>
    public static bool IsDenied(Reply.Answer answer) => answer.Status == 401 && answer.Body.Text("Message") is not null;

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(account.Url, path));
        request.Headers.Authorization = _credentials;
        return request;
    }
}
