using System.Text.Json.Nodes;

namespace Checkout.Tests.Server.MoneySafety;

/// <summary>Payments that the fraud check holds: the merchant's word decides, once (spec §12).</summary>
public sealed class ReviewTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly RunningCheckout _checkout = server.Checkout;

    [Theory]
    [InlineData(2599, false, 9, "Authorized", "0", "authorise approved")]
    [InlineData(2599, true, 11, "Captured", "2599", "authorise approved, capture approved")]
    [InlineData(10003, true, 13, "CaptureRequested", "0", "authorise approved")]
    public async Task An_accepted_payment_goes_on_as_it_was_asked_for(long amount, bool capture, int status, string info, string captured, string ledger)
    {
        var (reference, id) = await ChallengedAsync(amount, capture);
        var accepted = await _checkout.PostAsync($"/v1/payments/{id}/challenge/accept");
        Assert.Equal((200, status, info, captured), ((int)accepted.Status, accepted.StatusId, (string)accepted.Payment["Status"]!["Info"]!, (string)accepted.Payment["CapturedAmount"]!));
        Assert.Empty(accepted.Codes);
        Assert.Equal("Challenge", (string?)accepted.Payment["Fraud"]!["Status"]);
        Assert.Equal(ledger, await StatementAsync(reference));
        if (status == 9) Assert.Equal(11, (await _checkout.PostAsync($"/v1/payments/{id}/capture")).StatusId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_rejected_payment_is_cancelled_and_answered_with_400(bool capture)
    {
        var (reference, id) = await ChallengedAsync(2599, capture);
        var rejected = await _checkout.PostAsync($"/V1/Payments/{id}/Challenge/Reject/");
        Assert.Equal((400, 3, "Cancelled", 118, "0"), ((int)rejected.Status, rejected.StatusId, (string)rejected.Payment["Status"]!["Info"]!, rejected.Codes.Single(), (string)rejected.Payment["CapturedAmount"]!));
        Assert.Null(rejected.Payment["InvalidRequestID"]);
        Assert.Equal("authorise voided, void approved", await StatementAsync(reference));
        Assert.Equal((200, 3), ((int)(await _checkout.GetAsync($"/v1/payments/{id}")).Status, (await _checkout.GetAsync($"/v1/payments/{id}")).StatusId));
        foreach (var word in new[] { "accept", "reject" }) Assert.Equal((400, 105), Refused(await _checkout.PostAsync($"/v1/payments/{id}/challenge/{word}")));
    }

    [Fact]
    public async Task A_card_is_kept_only_with_an_accepted_payment()
    {
        var (_, kept) = await ChallengedAsync(2599, capture: false, keep: true);
        var (_, dropped) = await ChallengedAsync(2599, capture: false, keep: true);
        Assert.Null((await _checkout.GetAsync($"/v1/payments/{kept}")).Payment["CreditCardToken"]);
        var accepted = await _checkout.PostAsync($"/v1/payments/{kept}/challenge/accept");
        var token = (string)accepted.Payment["CreditCardToken"]!["Value"]!;
        Assert.Equal(9, (await _checkout.PostAsync("/v1/payments", Orders.ByToken(Orders.NewReference(), token))).StatusId);
        Assert.Null((await _checkout.PostAsync($"/v1/payments/{dropped}/challenge/reject")).Payment["CreditCardToken"]);
    }

    [Fact]
    public async Task Words_on_what_is_not_under_review_do_nothing()
    {
        var made = await _checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()));
        var id = (long)made.Payment["ID"]!;
        foreach (var word in new[] { "accept", "reject" })
        {
            var refused = await _checkout.PostAsync($"/v1/payments/{id}/challenge/{word}");
            Assert.Equal((400, 105), Refused(refused));
            Assert.Equal((id, "Action is invalid"), ((long)refused.Payment["ID"]!, (string)refused.Payment["Status"]!["Reasons"]![0]!["Info"]!));
            Assert.Equal((404, 17), Refused(await _checkout.PostAsync($"/v1/payments/2000000000/challenge/{word}")));
            Assert.Equal(404, (int)(await _checkout.SendAsync(HttpMethod.Post, $"/v1/payments/{id}/challenge/{word}", credentials: await _checkout.AddMerchantAsync(word == "accept" ? 7101 : 7102))).Status);
        }

        Assert.Equal(9, (await _checkout.GetAsync($"/v1/payments/{id}")).StatusId);
        var (_, challenged) = await ChallengedAsync(2599, capture: false);
        foreach (var action in new[] { "capture", "cancel" }) Assert.Equal((400, 1006), Refused(await _checkout.PostAsync($"/v1/payments/{challenged}/{action}")));
        Assert.Equal(30, (await _checkout.GetAsync($"/v1/payments/{challenged}")).StatusId);
    }

    [Fact]
    public async Task Of_many_words_at_once_one_counts()
    {
        var (reference, id) = await ChallengedAsync(2599, capture: true);
        var answers = await DoubleSubmitTests.AtOnceAsync(16, i => _checkout.PostAsync($"/v1/payments/{id}/challenge/{(i % 2 == 0 ? "accept" : "reject")}"));
        var end = (await _checkout.GetAsync($"/v1/payments/{id}")).StatusId;
        Assert.Contains(end, new[] { 3, 11 });
        Assert.Equal(end == 11 ? "authorise approved, capture approved" : "authorise voided, void approved", await StatementAsync(reference));
        Assert.Single(answers, a => a.Payment["InvalidRequestID"] is null);
        Assert.All(answers.Where(a => a.Payment["InvalidRequestID"] is not null), a => Assert.Contains(a.Codes.Single(), new[] { 105, 1010 }));
    }

    [Theory]
    [InlineData("accept", 200, "authorise approved, capture approved")]
    [InlineData("reject", 400, "authorise voided, void approved")]
    public async Task A_repeated_request_has_the_same_answer(string word, int status, string ledger)
    {
        var (reference, id) = await ChallengedAsync(2599, capture: true);
        var name = Orders.NewReference("request");
        var answers = await DoubleSubmitTests.AtOnceAsync(8, _ => _checkout.PostAsync($"/v1/payments/{id}/challenge/{word}", requestId: name));
        Assert.Equal(status, (int)answers[0].Status);
        Assert.All(answers, a => Assert.Equal(answers[0].Body, a.Body));
        Assert.Equal(ledger, await StatementAsync(reference));
    }

    private async Task<(string Reference, long Id)> ChallengedAsync(long amount, bool capture, bool keep = false)
    {
        var reference = Orders.NewReference("doubt");
        var made = await _checkout.PostAsync("/v1/payments", Challenged(reference, amount, capture).With("GenerateCreditCardToken", keep));
        Assert.Equal((201, 30, 117), ((int)made.Status, made.StatusId, made.Codes.Single()));
        return (reference, (long)made.Payment["ID"]!);
    }

    internal static JsonObject Challenged(string reference, long amount, bool capture) =>
        Orders.Direct(reference, amount: amount).With("Capture", capture).With("Customer.Email", "challenge@challenge.com");

    private async Task<string> StatementAsync(string reference) => string.Join(", ", (await _checkout.LedgerAsync(reference)).Select(l => $"{l.Kind} {l.State}"));

    private static (int, int) Refused(Answer answer) => ((int)answer.Status, answer.Codes.Single());
}
