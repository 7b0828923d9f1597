using System.Text.Json.Nodes;
using Checkout.BrowserTests.Browsers;
using Checkout.BrowserTests.Stories;
using Checkout.Tests.Server;
using Checkout.Web.Sandbox;

namespace Checkout.BrowserTests.Published;

/// <summary>A shop's page on another site that sells by the published client of the public API, unchanged (<c>spec/cardgate.md</c> §14).</summary>
[Collection(SecondHalf.Name)]
public sealed class SdkStory(World world) : CardgateStory(world)
{
    [Fact]
    public async Task Services_are_asked_for_an_invoice_is_made_paid_and_looked_at()
    {
        var shopper = Arrives(Device.Desktop);
        shopper.Opens(await Shop.CallsAsync());
        var offer = Calls(shopper, "sdk.makePaymentPrerequest(null, ['payment-service', 'payment-method'])");
        Assert.Equal("available", (string?)offer["data"]!["attributes"]!["services"]!["payment_card_usd_hpp"]!["status"]);
        // Without relations to include its address ends in a bare question mark.
        Assert.True((bool)Calls(shopper, "sdk.makePaymentPrerequest('EUR')")["data"]!["attributes"]!["test_mode"]!);

        var reference = Orders.NewReference("sdk");
        var made = Calls(shopper, $"sdk.createPaymentInvoice({{reference_id: '{reference}', description: 'A mug', currency: 'USD', amount: 10.5, service: 'payment_card_usd_hpp', metadata: {{cart: 7}}}})");
        var id = (string)made["data"]!["id"]!;
        Assert.Equal("process_pending", StatusOf(shopper, id));

        shopper.Opens((string)made["data"]!["attributes"]!["flow_data"]!["action"]!);
        shopper.TypesCard(Approved);
        shopper.Submits("pay");
        await IsChargedOnceAsync(reference);
        shopper.Opens(await Shop.CallsAsync());
        Assert.Equal("processed", StatusOf(shopper, id));
    }

    [Theory]
    [InlineData("sdk.createPaymentInvoice({currency: 'USD', amount: 0})", 422)]
    [InlineData("sdk.makePaymentPrerequest('XXX')", 422)]
    [InlineData("sdk.getPaymentInvoiceStatus('cpi_0123456789abcdef')", 404)]
    [InlineData("MerchantSDK({apiKey: 'pk_test_nobody', BASE_URL: sdk.BASE_URL}).makePaymentPrerequest('USD')", 401)]
    public async Task What_is_refused_reaches_the_client_as_its_own_failure(string call, int status)
    {
        var shopper = Arrives(Device.Desktop);
        shopper.Opens(await Shop.CallsAsync());
        // The client can only read the answer of another origin if the browser lets it: then it knows the status.
        shopper.Foresees(status);
        var failure = Calls(shopper, call);
        Assert.Equal("Network Error", (string?)failure["message"]);
        Assert.Equal(status, (int)failure["error"]!["response"]!["status"]!);
    }

    private string? StatusOf(Shopper shopper, string id) => (string?)Calls(shopper, $"sdk.getPaymentInvoiceStatus('{id}')")["data"]!["attributes"]!["status"];

    /// <summary>Runs a call of the client in the shop's page; what comes of it, or what it fails with.</summary>
    private JsonNode Calls(Shopper shopper, string call)
    {
        var script = $$$"""
            const done = arguments[arguments.length - 1];
            const sdk = MerchantSDK({apiKey: '{{{SandboxMerchant.PublicTestKey}}}', currency: 'USD', BASE_URL: '{{{Server.Address}}}/public-api'});
            const said = value => done(JSON.stringify(value, (key, part) => key === 'request' || key === 'config' ? undefined : part));
            {{{call}}}.then(said, failure => said({message: failure.message, error: {response: failure.error.response}}));
            """;
        return JsonNode.Parse((string)shopper.Driver.ExecuteAsyncScript(script)!)!;
    }
}
