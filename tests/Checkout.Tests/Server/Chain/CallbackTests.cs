using System.Net;
using Checkout.Core.Payments;
using Cards = Checkout.Tests.Server.Chain.ChainShopper.Cards;

namespace Checkout.Tests.Server.Chain;

/// <summary>What providers, and those who pretend to be one, can do with the address that hears of changes: make us ask, and nothing else.</summary>
public sealed class CallbackTests(AllChains chains) : IClassFixture<AllChains>
{
    public static TheoryData<ProviderMode> Theirs => ProviderModes.Theirs;

    [Theory, MemberData(nameof(Theirs))]
    public async Task A_callback_without_a_valid_proof_is_refused_and_changes_nothing(ProviderMode mode)
    {
        var (chain, attempt) = await WaitingAsync(mode);
        var (before, forged) = (await chain.Payments.FindAsync(attempt.Merchant, attempt.Payment), await chain.First.AlertsAsync("callback_forged"));
        foreach (var proof in new[] { null, "", "wrong" })
            Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(chain, Paid(mode, attempt.Reference), proof));
        Assert.Equal(before!.Version, (await chain.Payments.FindAsync(attempt.Merchant, attempt.Payment))!.Version);
        Assert.Equal(forged + 3, await chain.First.AlertsAsync("callback_forged"));
    }

    [Theory, MemberData(nameof(Theirs))]
    public async Task A_callback_that_says_paid_is_not_believed_while_the_provider_says_otherwise(ProviderMode mode)
    {
        var (chain, attempt) = await WaitingAsync(mode);
        Assert.Equal(Received(mode), await SendAsync(chain, Paid(mode, attempt.Reference)));
        Assert.Equal(PaymentStatus.AwaitingShopper, (await chain.Payments.FindAsync(attempt.Merchant, attempt.Payment))!.Status);
    }

    [Theory, MemberData(nameof(Theirs))]
    public async Task A_callback_that_comes_again_changes_nothing(ProviderMode mode)
    {
        var chain = chains[mode];
        var (shopper, reference) = (new ChainShopper(chain), Orders.NewReference("again"));
        await shopper.PaysAsync(await shopper.OrdersAsync(reference));
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p.ShowToken);
        await Task.Delay(500);
        var before = await chain.PaymentAsync(reference);
        var attempt = (await chain.Payments.AttemptsAsync(before.Merchant, before.Number)).Single();
        for (var i = 0; i < 3; i++) Assert.Equal(Received(mode), await SendAsync(chain, Paid(mode, attempt.Reference)));

        var after = await chain.PaymentAsync(reference);
        Assert.Equal((before.Version, before.SavedCard), (after.Version, after.SavedCard));
        await chain.BooksAgreeAsync(reference);
    }

    [Theory, MemberData(nameof(Theirs))]
    public async Task A_callback_about_another_amount_or_nothing_of_ours_is_put_aside(ProviderMode mode)
    {
        var (chain, attempt) = await WaitingAsync(mode);
        await QuietAsync(chain);
        var (before, quarantined) = (chain.Line.Passed.Count, await chain.First.AlertsAsync("callback_quarantined"));
        Assert.Equal(Received(mode), await SendAsync(chain, Paid(mode, attempt.Reference, minor: 1)));
        Assert.Equal(Received(mode), await SendAsync(chain, Paid(mode, attempt.Reference[..^1] + "_")));
        Assert.Equal(Received(mode), await SendAsync(chain, Paid(mode, "1010-999999-1-bcdfghjkmnpqrs")));
        Assert.DoesNotContain(chain.Line.Passed.Skip(before), p => p.Path.Contains(attempt.UpstreamId!, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(chain, "{\"Nothing\":1}"));
        Assert.Equal(quarantined + 1, await chain.First.AlertsAsync("callback_quarantined"));
    }

    [Theory, MemberData(nameof(Theirs))]
    public async Task There_is_nothing_at_the_addresses_of_accounts_that_do_not_exist(ProviderMode mode)
    {
        var chain = chains[mode];
        foreach (var path in new[] { "/upstream/1011/smart2pay-1", "/upstream/1010/smart2pay-9", "/upstream/1010/simulator" })
            Assert.Equal(HttpStatusCode.NotFound, (await chain.First.SendAsync(HttpMethod.Post, path, "{}")).Status);
    }

    [Theory, MemberData(nameof(Theirs))]
    public async Task A_callback_that_cannot_be_confirmed_is_asked_for_again(ProviderMode mode)
    {
        await using var chain = await ChainedCheckout.StartAsync(mode);
        var attempt = await WaitingAsync(chain);
        chain.Line.Has = _ => Trouble.Overload;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await SendAsync(chain, Paid(mode, attempt.Reference)));
    }

    private async Task<(ChainedCheckout Chain, Attempt Attempt)> WaitingAsync(ProviderMode mode) => (chains[mode], await WaitingAsync(chains[mode]));

    private static async Task<Attempt> WaitingAsync(ChainedCheckout chain)
    {
        var (shopper, reference) = (new ChainShopper(chain), Orders.NewReference("call"));
        await shopper.ToTheFormAsync(await shopper.OrdersAsync(reference));
        var payment = await chain.PaymentAsync(reference);
        return (await chain.Payments.AttemptsAsync(payment.Merchant, payment.Number)).Single();
    }

    private static HttpStatusCode Received(ProviderMode mode) => mode == ProviderMode.Smart2PayTheirs ? HttpStatusCode.NoContent : HttpStatusCode.OK;

    /// <summary>The provider tells of the beginning by itself, and is asked then; that is over when nothing has passed for a while.</summary>
    private static async Task QuietAsync(ChainedCheckout chain)
    {
        for (var (seen, rounds) = (-1, 0); rounds < 20 && seen != chain.Line.Passed.Count; rounds++)
        {
            seen = chain.Line.Passed.Count;
            await Task.Delay(700);
        }
    }

    private static string Paid(ProviderMode mode, string reference, long minor = 2599) => ProviderMessages.About(mode, reference, minor);

    private static Task<HttpStatusCode> SendAsync(ChainedCheckout chain, string body, string? proof = "right") => ProviderMessages.SendAsync(chain, body, proof);
}
