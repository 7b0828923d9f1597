using Checkout.Core.Shoppers;

namespace Checkout.Tests.Core.Shoppers;

public sealed class NetworkAddressTests
{
    [Theory]
    [InlineData("198.51.100.4", "198.51.100.4")]
    [InlineData("2001:DB8::7", "2001:db8::7")]
    [InlineData("7", null)]
    [InlineData("10.5", null)]
    [InlineData("0x7f.0.1", null)]
    [InlineData("[::1]:443", null)]
    [InlineData("fe80::1%eth0", null)]
    [InlineData("***", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void What_only_looks_like_one_is_none(string? text, string? read) => Assert.Equal(read, NetworkAddress.Read(text));
}
