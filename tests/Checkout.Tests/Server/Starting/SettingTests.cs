using Checkout.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace Checkout.Tests.Server.Starting;

/// <summary>Settings that are wrong stop the start, each with a sentence that says how to mend it, all of them at once.</summary>
public sealed class SettingTests
{
    [Theory]
    [InlineData("PublicUrl=shop", "PublicUrl is \"shop\"; it must be an http or https address without a path, such as https://pay.example.")]
    [InlineData("PublicUrl=ftp://pay.example", "PublicUrl is \"ftp://pay.example\"")]
    [InlineData("PublicUrl=https://pay.example/checkout", "without a path")]
    [InlineData("PublicUrl=https://ana@pay.example", "PublicUrl is")]
    [InlineData("Sandbox:Enabled=perhaps", "Sandbox:Enabled is \"perhaps\"; it must be true or false.")]
    [InlineData("Sandbox:Clock=yesterday", "Sandbox:Clock is \"yesterday\"; it must be an instant such as 2018-05-02T08:00:00Z.")]
    [InlineData("Simulator:Capture=Sometimes", "Simulator:Capture is \"Sometimes\"; it must be Immediate or Deferred.")]
    [InlineData("Simulator:Capture=1", "Simulator:Capture is \"1\"")]
    [InlineData("Simulator:SettleAfter=soon", "Simulator:SettleAfter is \"soon\"; it must be a time such as 1s, 500ms or 00:00:01.")]
    [InlineData("Simulator:SettleAfter=-1s", "Simulator:SettleAfter is")]
    [InlineData("Simulator:SettleAfter=2.00:00:00", "Simulator:SettleAfter is")]
    [InlineData("Limits:Tries=-1", "Limits:Tries is \"-1\"; it must be a whole number from 0 to 1000.")]
    [InlineData("Limits:Tries=1001", "Limits:Tries is")]
    [InlineData("Limits:WrongCodes=three", "Limits:WrongCodes is \"three\"")]
    [InlineData("Storage:Provider=Oracle", "Storage:Provider is \"Oracle\"")]
    [InlineData("Storage:ConnectionString=Host=x", "Storage:ConnectionString is not used with Sqlite")]
    [InlineData("Vault:CertificatePath=/nowhere/key.pfx", "Vault:CertificatePath names /nowhere/key.pfx, which does not exist or cannot be read.")]
    [InlineData("Vault:FormerCertificatePath=/nowhere/key.pfx", "Vault:FormerCertificatePath names /nowhere/key.pfx")]
    [InlineData("Sandbox:Enabeld=true", "There is no setting Sandbox:Enabeld; known are Sandbox:Enabled, Sandbox:Clock.")]
    [InlineData("Limits:Try=1", "There is no setting Limits:Try")]
    [InlineData("Smart2Pay:ListLimit=0", "Smart2Pay:ListLimit is \"0\"; it must be a whole number from 1 to 500.")]
    [InlineData("Smart2Pay:ListLimit=all", "Smart2Pay:ListLimit is \"all\"")]
    [InlineData("Smart2Pay:LargestListLimit=9", "Smart2Pay:LargestListLimit is \"9\"; it must be a whole number from 100 to 1000.")]
    [InlineData("Smart2Pay:ListLimits=5", "There is no setting Smart2Pay:ListLimits")]
    public void A_wrong_setting_is_named(string setting, string sentence) => Assert.Contains(sentence, Refusal("Development", setting), StringComparison.Ordinal);

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var refusal = Refusal("Production", "Sandbox:Clock=x", "Simulator:Capture=x", "Limits:Tries=x", "PublicUrl=http://pay.example", "Storage:Provider=x");
        foreach (var name in new[] { "Sandbox:Clock", "Simulator:Capture", "Limits:Tries", "PublicUrl must begin with https://", "Storage:Provider", "Vault:CertificatePath is missing" })
            Assert.Contains(name, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("Anything")]
    public void Outside_development_nothing_starts_as_a_sandbox_by_itself(string environment)
    {
        var refusal = Refusal(environment);
        Assert.Contains("Vault:CertificatePath is missing: outside the sandbox the key ring must be protected by a certificate of yours", refusal, StringComparison.Ordinal);
        Assert.Contains("PublicUrl is missing: outside the sandbox links must name the https address", refusal, StringComparison.Ordinal);
        Assert.Contains("Sandbox:Clock moves the clock of a sandbox only", Refusal(environment, "Sandbox:Clock=2018-05-02T08:00:00Z"), StringComparison.Ordinal);
    }

    [Fact]
    public void Good_settings_are_read()
    {
        var settings = Read("Development", "PublicUrl=http://pay.example/", "Sandbox:Clock=2018-05-02T08:00:00Z", "Simulator:Capture=deferred", "Simulator:SettleAfter=250ms", "Limits:Tries=7", "Storage:Provider=sqlite", "Smart2Pay:ListLimit=10");
        Assert.Equal(("http://pay.example", 250, 7), (settings.PublicUrl, settings.Simulator.SettleAfter.TotalMilliseconds, settings.Limits.Tries));
        Assert.Equal(new DateTimeOffset(2018, 5, 2, 8, 0, 0, TimeSpan.Zero), settings.Sandbox.Clock);
    }

    private static string Refusal(string environment, params string[] settings) => Assert.Throws<StartRefusedException>(() => Read(environment, settings)).Message;

    private static Checkout.Web.Hosting.Settings.CheckoutSettings Read(string environment, params string[] settings)
    {
        var pairs = settings.Select(s => s.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], (string?)p[1]));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(pairs).Build();
        return CheckoutServer.ReadSettings(configuration, new HostingEnvironment { EnvironmentName = environment });
    }
}
