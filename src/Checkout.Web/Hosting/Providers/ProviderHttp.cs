using System.Security.Authentication;

namespace Checkout.Web.Hosting.Providers;

/// <summary>The one way out to providers: no redirects, no cookies, no proxy of the environment, TLS 1.2 or later with the usual checks.</summary>
public sealed class ProviderHttp : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        MaxResponseHeadersLength = 32,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        SslOptions = { EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 },
    })
    {
        // Whoever calls gives the time limit.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public HttpClient Client => _client;

    public void Dispose() => _client.Dispose();
}
