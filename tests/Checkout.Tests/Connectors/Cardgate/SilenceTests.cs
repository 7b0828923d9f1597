using System.Reflection;
using Checkout.Connectors.Cardgate;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>Nothing of this room prints what must not be seen.</summary>
public sealed class SilenceTests
{
    [Fact]
    public void An_account_prints_neither_key_nor_secret()
    {
        var account = CardgateRig.Account(CardEntry.Ours, "https://user:hidden@api.example/base", key: "K3y-w0rd", secret: "sk_test_w0rd");
        Assert.Equal("cardgate-1 at api.example", account.ToString());
        Assert.DoesNotContain("w0rd", $"{account}{CardgateRig.Connect(account)}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outcome_prints_no_token()
    {
        var wire = new ScriptedWire().ThenInvoice("""{"status":"processed","metadata":{"customer":"shopper-7"},"payload":{"token":"4c9jHUgeL1SD7g5byDYn9Gc0RC60NN3x"}}""", 200);
        var paid = Assert.IsType<ConnectorOutcome.Approved>(await wire.AskAsync());
        Assert.NotNull(paid.Token);
        Assert.DoesNotContain("4c9j", paid.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Invoice")]
    [InlineData("CardgateOrder")]
    [InlineData("CustomerToken")]
    public void What_carries_a_token_cannot_print_itself(string type)
    {
        var found = typeof(CardgateConnector).Assembly.GetType($"Checkout.Connectors.Cardgate.{type}", throwOnError: true)!;
        Assert.Equal(typeof(object), found.GetMethod("ToString", BindingFlags.Instance | BindingFlags.Public, [])!.DeclaringType);
    }
}
