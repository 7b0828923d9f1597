using Checkout.Core.Payments;
using Checkout.Web.Hosting.Settings;
using Microsoft.Extensions.Configuration;

namespace Checkout.Tests.Hosting;

public sealed class SettingsReaderTests
{
    [Theory]
    [InlineData("Smart2Pay:ListLimit=abc", "Smart2Pay:ListLimit is \"abc\"; it must be a whole number from 1 to 500.")]
    [InlineData("Smart2Pay:LargestListLimit=99", "Smart2Pay:LargestListLimit is \"99\"; it must be a whole number from 100 to 1000.")]
    [InlineData("Smart2Pay:Limit=5", "There is no setting Smart2Pay:Limit; known are Smart2Pay:MaskLabels, Smart2Pay:ListLimit, Smart2Pay:LargestListLimit.")]
    [InlineData("Smart2Pay:MaskLabels=VISA", "Smart2Pay:MaskLabels needs a card range behind it, such as Smart2Pay:MaskLabels:411111=VISA.")]
    [InlineData("Operator:Urls=http://127.0.0.1:9090", "Operator:Urls is not in this version: remove it. /metrics answers callers on this machine.")]
    [InlineData("Operator:Url=x", "There is no setting Operator:Url; known are Operator:Urls.")]
    [InlineData("urls=nonsense", "urls is \"nonsense\"; it must be an address to listen on, such as http://127.0.0.1:5080.")]
    [InlineData("urls=http://127.0.0.1:5080;http://127.0.0.1:70000", "urls is \"http://127.0.0.1:70000\"; it must be an address to listen on, such as http://127.0.0.1:5080.")]
    [InlineData("Simulator:Capture=1", "Simulator:Capture is \"1\"; it must be Immediate or Deferred.")]
    public void A_wrong_setting_is_told_in_a_sentence(string setting, string sentence) => Assert.Equal([sentence], Faults(setting));

    [Theory]
    [InlineData("4111112")]
    [InlineData("41x")]
    public void A_mask_label_belongs_to_leading_digits(string range) => Assert.Single(Faults($"Smart2Pay:MaskLabels:{range}=CARD"));

    [Theory]
    [InlineData("Smart2Pay:MaskLabels:4=CARD")]
    [InlineData("Smart2Pay:ListLimit=500")]
    [InlineData("urls=http://+:5080;https://localhost:0")]
    public void A_right_setting_has_no_fault(string setting) => Assert.Empty(Faults(setting));

    [Fact]
    public void Lists_are_not_longer_than_the_longest() => Assert.Single(Faults("Smart2Pay:ListLimit=200", "Smart2Pay:LargestListLimit=100"));

    [Fact]
    public void Only_development_is_a_sandbox_by_itself()
    {
        Assert.True(new SettingsReader(Configuration(), isDevelopment: true).Read().Sandbox.Enabled);
        Assert.False(new SettingsReader(Configuration(), isDevelopment: false).Read().Sandbox.Enabled);
        Assert.True(new SettingsReader(Configuration("Sandbox:Enabled=true"), isDevelopment: false).Read().Sandbox.Enabled);
    }

    [Fact]
    public void In_earnest_a_payment_has_five_tries_and_three_wrong_codes()
    {
        Assert.Equal(new PaymentLimits(5, 3), new SettingsReader(Configuration(), isDevelopment: false).Read().Limits);
        Assert.Equal(new PaymentLimits(0, 0), new SettingsReader(Configuration(), isDevelopment: true).Read().Limits);
    }

    private static IReadOnlyList<string> Faults(params string[] settings)
    {
        var reader = new SettingsReader(Configuration(settings), isDevelopment: true);
        reader.Read();
        return reader.Faults;
    }

    private static IConfiguration Configuration(params string[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => s.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], (string?)p[1]))).Build();
}
