using System.Text;

namespace Checkout.BrowserTests.Canary;

/// <summary>A search that finds nothing proves something only if it would have found it.</summary>
public sealed class CardTracesTests
{
    private const string Number = "4929618033577122";

    public static TheoryData<string, byte[]> Dresses => new()
    {
        { "plain", Encoding.UTF8.GetBytes($"…card={Number}&…") },
        { "grouped", Encoding.UTF8.GetBytes("4929 6180 3357 7122") },
        { "utf-16", Encoding.Unicode.GetBytes($"x{Number}") },
        { "base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"Number\":\"{Number}\"}}"))) },
        { "base64 one further", Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"xNumber\":\"{Number}\"}}"))) },
        { "base64 two further", Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"xyNumber\":\"{Number}\"}}"))) },
        { "hex", Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(Number))) },
        { "number", BitConverter.GetBytes(4929618033577122) },
    };

    [Theory, MemberData(nameof(Dresses))]
    public void A_number_is_found(string dress, byte[] content) => Assert.True(new CardTraces(Number).In(content).Count > 0, dress);

    [Fact]
    public void Another_number_is_not() => Assert.Empty(new CardTraces(Number).In(Encoding.UTF8.GetBytes("4929618033577123 and 492961803357712")));
}
