using Checkout.Vault;
using Checkout.Web.Dialects;
using Checkout.Web.Pages.Pay;

namespace Checkout.Web.Hosting;

/// <summary>Recognises repeated requests with the vault's key for them.</summary>
internal sealed class RequestMac(Macs macs) : IRequestMac
{
    public byte[] Of(ReadOnlySpan<byte> request) => macs.Of(request);
}

/// <summary>Signs the forms of pages with the vault's key for them.</summary>
internal sealed class PageMac(Macs macs) : IPageMac
{
    public byte[] Of(ReadOnlySpan<byte> message) => macs.Of(message);
}

/// <summary>Signs the words that open a payment to a merchant's server with the vault's key for pages; what is signed says that it is none.</summary>
internal sealed class SessionMac(Macs macs) : ISessionMac
{
    public byte[] Of(ReadOnlySpan<byte> message) => macs.Of(message);
}
