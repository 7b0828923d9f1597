using Checkout.Core.Payments;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Checkout.Web.Hosting;

/// <summary>The configured public address, or the one the server listens on.</summary>
public sealed class PublicAddress(Settings.CheckoutSettings settings, IServer server) : IPublicAddress
{
    private string? _base = settings.PublicUrl;

    public string Base => _base ??= Listening();

    private string Listening()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The server does not listen yet.");
        return address.Replace("://[::]", "://127.0.0.1", StringComparison.Ordinal).Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://+", "://127.0.0.1", StringComparison.Ordinal).Replace("://*", "://127.0.0.1", StringComparison.Ordinal).TrimEnd('/');
    }
}
