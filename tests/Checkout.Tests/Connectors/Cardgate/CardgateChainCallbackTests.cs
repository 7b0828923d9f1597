using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using Checkout.Web.Sandbox;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>Another Checkout tells us of a charge, and is believed by its signature only.</summary>
public sealed class CardgateChainCallbackTests(CardgateChain chain) : IClassFixture<CardgateChain>
{
    [Fact]
    public async Task A_charge_is_told_by_a_signed_callback()
    {
        await using var ear = await CallbackEar.OpenAsync();
        var account = CardgateRig.Account(CardEntry.Ours, chain.Upstream.Address, account: SandboxMerchant.H2HAccount.Id, key: SandboxMerchant.CardgateKey, secret: SandboxMerchant.SecretTestKey);
        var connector = CardgateRig.Connect(account with { CallbackUrl = () => ear.Url });
        var order = new ExamOrder("5519283812030000") { Capture = true };
        Assert.IsType<ConnectorOutcome.Approved>(await connector.AuthoriseAsync(order.Request(), CancellationToken.None));

        var heard = await ear.NextAsync();
        Assert.Equal(new CallbackReading.About(order.Reference, order.Amount), connector.Read(heard));
        Assert.IsType<CallbackReading.NotAuthentic>(CardgateRig.Connect(account with { Secret = "sk_test_other" }).Read(heard));
        Assert.IsType<CallbackReading.NotAuthentic>(connector.Read(heard with { Signature = null }));
    }

    [Fact]
    public async Task An_account_can_be_tried()
    {
        var account = CardgateRig.Account(CardEntry.Ours, chain.Upstream.Address, account: SandboxMerchant.Account.Id, key: SandboxMerchant.CardgateKey);
        Assert.Null(await CardgateRig.Connect(account).ProbeAsync(CancellationToken.None));
        Assert.NotNull(await CardgateRig.Connect(account with { Key = "wrong" }).ProbeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_account_that_takes_no_cards_from_us_says_so_and_charges_nothing()
    {
        var account = CardgateRig.Account(CardEntry.Ours, chain.Upstream.Address, account: SandboxMerchant.Account.Id, key: SandboxMerchant.CardgateKey);
        var order = new ExamOrder("5519283812030000") { Capture = true };
        Assert.Equal(new ConnectorOutcome.Declined(PaymentReason.NotPermitted), await CardgateRig.Connect(account).AuthoriseAsync(order.Request(), CancellationToken.None));
        Assert.Empty(await chain.Upstream.LedgerAsync(order.Reference));
    }
}
