using System.Text;

namespace Checkout.Tests.Server.Canary;

/// <summary>A search that finds nothing proves something only if it would have found it.</summary>
public sealed class TracesTests
{
    public static TheoryData<string, string> Planted
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var secret in new[] { CanaryTests.Number, CanaryTests.Code })
            {
                foreach (var before in new[] { "", "a", "ab", "abc", "\"SecurityCode\":\"" }) data.Add(secret, before);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Planted))]
    public void What_is_planted_is_found(string secret, string before)
    {
        var text = Encoding.ASCII.GetBytes($"{before}{secret}\" and more");
        byte[][] dresses =
        [
            text, Encoding.Unicode.GetBytes($"{before}{secret}"), Encoding.BigEndianUnicode.GetBytes($"{before}{secret}"), Encoding.ASCII.GetBytes(Convert.ToBase64String(text)),
            Encoding.ASCII.GetBytes(Convert.ToHexString(text)), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(text)),
        ];
        Assert.All(dresses, dress => Assert.NotEmpty(new Traces(secret).In([0, 255, .. dress, 0])));
    }

    [Fact]
    public void A_number_in_groups_or_as_a_number_is_found()
    {
        Assert.NotEmpty(new Traces("4111111111111111").In("card 4111 1111 1111 1111"u8.ToArray()));
        Assert.NotEmpty(new Traces("4111111111111111").In(BitConverter.GetBytes(4111111111111111)));
    }

    [Fact]
    public void Other_digits_are_not()
    {
        Assert.Empty(new Traces("8319").In("at 2026-11-21T03:05:24.4831907Z, 83190 and 48319"u8.ToArray()));
        Assert.Empty(new Traces("4111111111111111").In("4111111111111112, 41111111111111110"u8.ToArray()));
    }
}
