using System.Text;
using Checkout.BrowserTests.Browsers;

namespace Checkout.BrowserTests.Canary;

/// <summary>A card number that is typed nowhere else is typed everywhere it could be typed, and is found nowhere afterwards.</summary>
[Collection(FirstHalf.Name)]
public sealed class CanaryStory(World world) : Story(world)
{
    private const string Canary = "4929618033577122";
    private const string InThePlaceOfAName = "5491836207155047";

    [Fact]
    public async Task No_card_number_lies_about()
    {
        using var server = await CheckoutProcess.StartAsync();
        var shopper = Arrives(Device.Desktop, server.Address);
        IsKeptAndUsedAgain(shopper);
        IsMistyped(shopper);
        await IsTypedForADocumentAsync(shopper, server);

        AssertNowhere(server, Canary);
        AssertNowhere(server, InThePlaceOfAName);
        server.Stop();
        AssertNowhere(server, Canary);
        AssertNowhere(server, InThePlaceOfAName);
        // The search reached what was written: the mask of the kept card is there.
        Assert.Contains(Files(server), file => file.Content.AsSpan().IndexOf("7122"u8) >= 0);
    }

    private static void IsKeptAndUsedAgain(Shopper shopper)
    {
        shopper.OpensDemo();
        shopper.Buys();
        shopper.TypesCard(Canary);
        shopper.Agrees();
        shopper.Pays();
        shopper.ReadsIn("status", "Captured");
        shopper.Presses("again");
        shopper.Buys();
        shopper.TypesCode("123");
        shopper.Pays();
        shopper.ReadsIn("status", "Captured");
        shopper.Presses("again");
        shopper.Buys(byLink: true);
        shopper.AsksForAnotherCard();
        shopper.PaysWith("4929-6180-3357-7122");
        shopper.ReadsIn("status", "Captured");
        shopper.Presses("again");
    }

    private static void IsMistyped(Shopper shopper)
    {
        shopper.Foresees(422);
        shopper.Buys("chair");
        shopper.AsksForAnotherCard();
        shopper.TypesCard(Canary, "13/99", "12", InThePlaceOfAName);
        shopper.Pays();
        shopper.Sees("error-summary");
        Assert.DoesNotContain(InThePlaceOfAName, shopper.Driver.PageSource, StringComparison.Ordinal);
        shopper.TypesCard(InThePlaceOfAName, Canary, Canary, Canary);
        shopper.Pays();
        shopper.Sees("error-summary");
        Assert.DoesNotContain(Canary, shopper.Driver.PageSource, StringComparison.Ordinal);
    }

    private async Task IsTypedForADocumentAsync(Shopper shopper, CheckoutProcess server)
    {
        var payment = await OpensPaymentAsync(request => request["Currency"] = "BRL", server.Address);
        shopper.Opens(payment.Address);
        shopper.TypesCard(Canary);
        shopper.Types("email", "ada@shopper.example");
        shopper.Types("document", Canary);
        shopper.Pays();
        Assert.Equal("", shopper.Property("document", "value"));
    }

    private static void AssertNowhere(CheckoutProcess server, string number)
    {
        var traces = new CardTraces(number);
        foreach (var (name, content) in Files(server)) Assert.True(traces.In(content) .Count == 0, $"{name} holds the number: {string.Join(", ", traces.In(content))}");
        Assert.Empty(traces.In(Encoding.UTF8.GetBytes(server.Said)));
    }

    private static IEnumerable<(string Name, byte[] Content)> Files(CheckoutProcess server) =>
        // The lock is empty, and the server that runs lets nobody open it.
        Directory.EnumerateFiles(server.Directory, "*", SearchOption.AllDirectories).Where(p => !p.EndsWith("server.lock", StringComparison.Ordinal)).Select(path => (path, Read(path)));

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }
}
