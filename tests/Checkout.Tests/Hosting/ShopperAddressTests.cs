using System.Net;
using Checkout.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Checkout.Tests.Hosting;

/// <summary>Whose address is told as the shopper's.</summary>
public sealed class ShopperAddressTests
{
    [Theory]
    [InlineData("203.0.113.9", null, null)]
    [InlineData("8.8.4.4", null, "8.8.4.4")]
    [InlineData("::ffff:8.8.4.4", null, "8.8.4.4")]
    [InlineData("2606:4700::1111", null, "2606:4700::1111")]
    [InlineData("8.8.4.4", "X-Forwarded-For", null)]
    [InlineData("8.8.4.4", "Forwarded", null)]
    [InlineData("127.0.0.1", null, null)]
    [InlineData("10.0.0.7", null, null)]
    [InlineData("::1", null, null)]
    [InlineData("fd00::7", null, null)]
    public void A_proxys_address_is_nobodys(string caller, string? header, string? told)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(caller) } };
        if (header is not null) http.Request.Headers[header] = "198.51.100.4";
        Assert.Equal(told, ShopperAddress.Of(http));
    }

    [Fact]
    public void Without_a_connection_there_is_none() => Assert.Null(ShopperAddress.Of(new DefaultHttpContext()));
}
