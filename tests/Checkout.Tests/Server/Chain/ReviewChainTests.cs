using Checkout.Core.Payments;
using Checkout.Tests.Server.MoneySafety;

namespace Checkout.Tests.Server.Chain;

/// <summary>A merchant's word on a challenged payment, passed on to a provider over a bad line: it is done once, or not at all and told so.</summary>
public sealed class ReviewChainTests
{
    public static TheoryData<string, Trouble> DoneUnheard
    {
        get
        {
            var all = new TheoryData<string, Trouble>();
            foreach (var word in new[] { "accept", "reject" })
            {
                foreach (var trouble in new[] { Trouble.ResetAfter, Trouble.ErrorAfter, Trouble.Garbage }) all.Add(word, trouble);
            }

            return all;
        }
    }

    [Theory]
    [InlineData("accept", false, 200, 9, "authorise approved")]
    [InlineData("accept", true, 200, 11, "authorise approved, capture approved")]
    [InlineData("reject", false, 400, 3, "authorise voided, void approved")]
    public async Task The_provider_is_told(string word, bool capture, int http, int status, string ledger)
    {
        await using var chain = await ChainedCheckout.StartAsync(ProviderMode.Smart2PayOurs);
        var (reference, id) = await ChallengedAsync(chain, capture);
        var answer = await chain.First.PostAsync($"/v1/payments/{id}/challenge/{word}");
        Assert.Equal((http, status), ((int)answer.Status, answer.StatusId));
        Assert.Equal(ledger, await StatementAsync(chain, reference));
        Assert.Single(chain.Line.Passed, IsWord);
        Assert.EndsWith("/challenge/" + word, chain.Line.Passed.Single(IsWord).Path, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(DoneUnheard))]
    public async Task A_lost_answer_is_found_out_by_asking(string word, Trouble trouble)
    {
        await using var chain = await ChainedCheckout.StartAsync(ProviderMode.Smart2PayOurs);
        var (reference, id) = await ChallengedAsync(chain, capture: true);
        chain.Line.Has = passed => IsWord(passed) ? trouble : null;
        var answer = await chain.First.PostAsync($"/v1/payments/{id}/challenge/{word}");
        Assert.True((int)answer.Status is 200 or 400, answer.ToString());
        var end = word == "accept" ? PaymentStatus.Captured : PaymentStatus.Cancelled;
        var payment = await EndsAsync(chain, reference, end);
        Assert.Equal(word == "accept" ? PaymentReason.None : PaymentReason.ReviewRejected, payment.Reason);
        Assert.Equal(word == "accept" ? "authorise approved, capture approved" : "authorise voided, void approved", await StatementAsync(chain, reference));
        Assert.Single(chain.Line.Passed, IsWord);
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("reject")]
    public async Task What_never_arrived_leaves_the_payment_under_review_for_another_word(string word)
    {
        await using var chain = await ChainedCheckout.StartAsync(ProviderMode.Smart2PayOurs);
        var (reference, id) = await ChallengedAsync(chain, capture: false);
        chain.Line.Has = passed => IsWord(passed) ? Trouble.ResetBefore : null;
        var unheard = await chain.First.PostAsync($"/v1/payments/{id}/challenge/{word}");
        Assert.Equal((200, 30), ((int)unheard.Status, unheard.StatusId));
        var busy = await chain.First.PostAsync($"/v1/payments/{id}/challenge/accept");
        Assert.Equal((400, 1010), ((int)busy.Status, busy.Codes.Single()));

        chain.Line.Has = _ => null;
        for (var tries = 0; (await chain.AttemptAsync(reference)).MayStillCharge; tries++)
        {
            Assert.True(tries < 20, "The word is never given up.");
            await chain.First.AdvanceAsync(TimeSpan.FromMinutes(31));
            await Task.Delay(300);
        }

        Assert.Equal(PaymentStatus.AwaitingReview, (await chain.PaymentAsync(reference)).Status);
        Assert.Equal(9, (await chain.First.PostAsync($"/v1/payments/{id}/challenge/accept")).StatusId);
        Assert.Equal("authorise approved", await StatementAsync(chain, reference));
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("reject")]
    public async Task A_word_that_could_not_be_sent_is_refused_and_stays_so_when_repeated(string word)
    {
        await using var chain = await ChainedCheckout.StartAsync(ProviderMode.Smart2PayOurs);
        var (reference, id) = await ChallengedAsync(chain, capture: false);
        await chain.Line.DisposeAsync();
        var name = Orders.NewReference("request");
        var refused = await chain.First.PostAsync($"/v1/payments/{id}/challenge/{word}", requestId: name);
        Assert.Equal((400, 18, 30), ((int)refused.Status, refused.Codes.Single(), (await chain.First.GetAsync($"/v1/payments/{id}")).StatusId));
        Assert.Equal(refused.Body, (await chain.First.PostAsync($"/v1/payments/{id}/challenge/{word}", requestId: name)).Body);
        Assert.Equal(AttemptState.ProvenDead, (await chain.AttemptAsync(reference)).State);
    }

    [Theory]
    [InlineData("accept", "reject", PaymentStatus.Captured)]
    [InlineData("reject", "accept", PaymentStatus.Cancelled)]
    public async Task What_was_decided_at_the_provider_counts(string there, string here, PaymentStatus end)
    {
        await using var chain = await ChainedCheckout.StartAsync(ProviderMode.Smart2PayOurs);
        var (reference, id) = await ChallengedAsync(chain, capture: true);
        var attempt = await chain.AttemptAsync(reference);
        Assert.True((int)(await chain.Second.PostAsync($"/v1/payments/{attempt.UpstreamId ?? await IdThereAsync(chain, attempt.Reference)}/challenge/{there}")).Status is 200 or 400);
        var answer = await chain.First.PostAsync($"/v1/payments/{id}/challenge/{here}");
        Assert.Equal(400, (int)answer.Status);
        await EndsAsync(chain, reference, end);
    }

    private static bool IsWord(Passed passed) => passed.Path.Contains("/challenge/", StringComparison.Ordinal);

    private static async Task<string> IdThereAsync(ChainedCheckout chain, string reference) =>
        $"{(await chain.Second.GetAsync($"/v1/payments?merchantTransactionID={reference}")).Json!["Payments"]![0]!["ID"]}";

    private static async Task<(string Reference, long Id)> ChallengedAsync(ChainedCheckout chain, bool capture)
    {
        var reference = Orders.NewReference("doubt");
        var made = await chain.First.PostAsync("/v1/payments", ReviewTests.Challenged(reference, 2599, capture));
        Assert.True(made.StatusId == 30, made.ToString());
        return (reference, (long)made.Payment["ID"]!);
    }

    private static async Task<Payment> EndsAsync(ChainedCheckout chain, string reference, PaymentStatus status) => await CheckoutClient.EventuallyAsync(
        async () =>
        {
            await chain.First.AdvanceAsync(TimeSpan.FromSeconds(20));
            await Task.Delay(200);
            return await chain.PaymentAsync(reference);
        },
        p => p.Status == status);

    private static async Task<string> StatementAsync(ChainedCheckout chain, string reference) =>
        string.Join(", ", (await chain.LedgerAsync(reference)).Select(l => $"{l.Kind} {l.State}"));
}
