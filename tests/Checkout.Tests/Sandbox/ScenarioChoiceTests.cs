using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Web.Commands;
using Checkout.Web.Sandbox;

namespace Checkout.Tests.Sandbox;

/// <summary>Scenarios are of the sandbox: a merchant in earnest can neither name one nor be given one.</summary>
public sealed class ScenarioChoiceTests
{
    [Theory]
    [InlineData(true, "wrong-amount")]
    [InlineData(false, null)]
    public void Only_a_merchant_of_a_sandbox_chooses(bool isSandbox, string? chosen)
    {
        var merchant = new Merchant { Id = 7, Name = "Shop", IsSandbox = isSandbox, Settings = new() { Scenario = "wrong-amount" } };
        var order = new PaymentOrder
        {
            Merchant = merchant, Dialect = Dialect.Smart2Pay, IsTest = true, Reference = "order-7", Amount = new Amount(2599, Currency.Of("EUR")), LinkLifetime = TimeSpan.FromMinutes(10),
        };
        Assert.Equal(chosen, order.Playing().Details.Scenario);
        Assert.Equal(isSandbox ? "lost-reply" : null, (order with { Reference = "order-7--lost-reply" }).Playing().Details.Scenario);
        Assert.Equal(isSandbox ? "slow-answer" : null, (order with { Reference = "order-7--lost-reply" }).Playing("slow-answer").Details.Scenario);
    }

    [Fact]
    public void The_setting_is_one_of_the_table_or_none_and_of_a_sandbox_only()
    {
        Assert.Equal("approve-after-30", Set("approve-after-30").Scenario);
        Assert.Null(Set("").Scenario);
        Assert.Contains("approve-after-N, ", Assert.Throws<CommandRefusedException>(() => Set("lost-replay")).Message, StringComparison.Ordinal);
        Assert.Contains("in earnest", Assert.Throws<CommandRefusedException>(() => Set("lost-reply", isSandbox: false)).Message, StringComparison.Ordinal);
    }

    private static MerchantSettings Set(string value, bool isSandbox = true) => SettingNames.Apply(new MerchantSettings(), [new("Scenario", value)], isSandbox);
}
