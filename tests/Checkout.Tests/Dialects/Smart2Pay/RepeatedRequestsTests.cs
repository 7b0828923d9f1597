using System.Security.Cryptography;
using Checkout.Core.Cards;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Tests.Vault;
using Checkout.Web.Dialects;
using Checkout.Web.Dialects.Smart2Pay;
using Microsoft.Extensions.Logging.Abstractions;
using static Checkout.Tests.Storage.Sample;

namespace Checkout.Tests.Dialects.Smart2Pay;

/// <summary>Repeating a request is safe (PAY-10, PAY-11).</summary>
public sealed class RepeatedRequestsTests
{
    private readonly MemoryRequests _store = new();
    private readonly Checkout.Simulation.Memory.MemoryStore _payments = new();
    private readonly RepeatedRequests _repeated;
    private int _runs;

    public RepeatedRequestsTests() =>
        _repeated = new RepeatedRequests(_store, new RequestKeys(new TestMac(), PlainVault.WithRandomKeys()), _payments.Payments, new HastyClock(), NullLogger<RepeatedRequests>.Instance);

    [Fact]
    public async Task Without_a_name_every_request_runs()
    {
        await RunAsync(null);
        await RunAsync(null);
        Assert.Equal(2, _runs);
        Assert.Empty(_store.Rows);
    }

    [Fact]
    public async Task The_same_name_and_request_give_the_same_bytes_once()
    {
        var first = await RunAsync("a");
        var second = await RunAsync("a", change: p => p["Card"]!["SecurityCode"] = "999");
        Assert.Equal((1, first.Status), (_runs, second.Status));
        Assert.Equal(first.Body, second.Body);
    }

    [Theory]
    [InlineData("Amount", "2600")]
    [InlineData("MerchantTransactionID", "shop-2")]
    [InlineData("Description", "x")]
    public async Task The_same_name_with_another_request_is_refused(string field, string value)
    {
        await RunAsync("a");
        Assert.Equal("refused 20", Text(await RunAsync("a", change: p => p[field] = value)));
        Assert.Equal("refused 20", Text(await RunAsync("a", change: p => p["Card"]!["Number"] = "4548812049400004")));
        Assert.Equal("refused 20", Text(await RunAsync("a", change: p => p["Card"]!.AsObject().Remove("SecurityCode"))));
        Assert.Equal(1, _runs);
    }

    [Fact]
    public async Task A_number_in_quotes_and_an_absent_field_make_no_other_request()
    {
        await RunAsync("a");
        await RunAsync("a", change: p =>
        {
            p["Amount"] = "2599";
            p["Description"] = null;
            p["Language"] = "";
        });
        Assert.Equal(1, _runs);
    }

    [Theory]
    [InlineData(256, 'a')]
    [InlineData(3, '\u0007')]
    public async Task A_bad_name_is_refused_and_nothing_runs(int length, char letter)
    {
        Assert.Equal("refused 2", Text(await RunAsync(new string(letter, length))));
        Assert.Equal(0, _runs);
    }

    [Fact]
    public async Task Who_loses_the_claim_waits_for_the_winner()
    {
        Answer? mine = null;
        var answer = await RunAsync("a", run: async key =>
        {
            // Somebody else claimed the key between our look and our commit, and answers after we looked again.
            _store.Rows[("POST /v1/payments", "a")] = new SeenRequest(key!.Mac, 5, 0, null);
            _store.AfterLooks = (_store.Looks + 2, () => _store.Rows[("POST /v1/payments", "a")] = new SeenRequest(key.Mac, 5, 201, "theirs"u8.ToArray()));
            mine = await Task.FromResult<Answer?>(null);
            return CallOutcome.Seen;
        });
        Assert.Null(mine);
        Assert.Equal("theirs", Text(answer));
    }

    [Fact]
    public async Task A_claim_that_nobody_answers_gives_the_payment_as_it_stands()
    {
        var answer = await RunAsync("a", run: key =>
        {
            _store.Rows[("POST /v1/payments", "a")] = new SeenRequest(key!.Mac, 5, 0, null);
            return Task.FromResult(CallOutcome.Seen);
        });
        Assert.Equal("payment 5", Text(answer));
    }

    [Fact]
    public async Task While_it_is_still_being_sent_its_answer_is_waited_for_and_nothing_is_kept()
    {
        await _payments.Payments.CommitAsync([New(Payment(5)), new Write.NewAttempt(Attempt(5))]);
        var (answer, looks) = await RunOrphanAsync();
        Assert.Equal("payment 5", Text(answer));
        Assert.True(looks > 40, "25 s in steps of half a second");
        Assert.Null(_store.Rows[("POST /v1/payments", "a")].Body);
    }

    [Fact]
    public async Task A_claim_whose_process_died_is_answered_in_a_moment_and_the_same_for_ever()
    {
        var (answer, looks) = await RunOrphanAsync();
        Assert.InRange(looks, 1, 10);
        Assert.Equal("payment 5", Text(answer));
        Assert.Equal("payment 5"u8.ToArray(), _store.Rows[("POST /v1/payments", "a")].Body);
    }

    [Fact]
    public async Task Who_answers_late_gives_the_answer_that_was_given_meanwhile()
    {
        var answer = await RunAsync("a", run: key =>
        {
            _store.Rows[("POST /v1/payments", "a")] = new SeenRequest(key!.Mac, 5, 201, "theirs"u8.ToArray());
            return Task.FromResult(new CallOutcome(Of("mine"), 5));
        });
        Assert.Equal("theirs", Text(answer));
    }

    [Fact]
    public async Task A_passing_refusal_is_not_kept()
    {
        await RunAsync("a", run: _ => Task.FromResult(new CallOutcome(Of("busy"), IsPassing: true)));
        Assert.Equal("ran 1", Text(await RunAsync("a")));
    }

    [Fact]
    public async Task What_was_done_is_told_even_when_its_answer_cannot_be_kept()
    {
        _store.IsDown = true;
        Assert.Equal("ran 1", Text(await RunAsync("a")));
    }

    [Fact]
    public async Task The_kept_hash_is_keyed_and_holds_no_card_data()
    {
        await RunAsync("a");
        var kept = Assert.Single(_store.Rows).Value;
        Assert.Equal(32, kept.Mac.Length);
        Assert.DoesNotContain(TestMac.Seen, text => text.Contains(Given.CardNumber, StringComparison.Ordinal));
        Assert.Contains(TestMac.Seen, text => text.Contains("shop-1", StringComparison.Ordinal));
    }

    private async Task<Answer> RunAsync(string? name, Action<System.Text.Json.Nodes.JsonObject>? change = null, Func<RequestKey?, Task<CallOutcome>>? run = null)
    {
        var payment = Given.Request();
        change?.Invoke(payment);
        using var asked = Given.Read(payment);
        return await _repeated.RunAsync(new RequestName(1010, "POST /v1/payments", name, ""), new RepeatableCall(
            asked,
            run ?? (_ => Task.FromResult(new CallOutcome(Of($"ran {++_runs}"), 5))),
            number => Task.FromResult<Answer?>(Of($"payment {number}")),
            code => Task.FromResult(Of($"refused {code.Code}"))));
    }

    /// <summary>Somebody claimed the key and says no more.</summary>
    private async Task<(Answer Answer, int Looks)> RunOrphanAsync()
    {
        var looks = 0;
        var answer = await RunAsync("a", run: key =>
        {
            _store.Rows[("POST /v1/payments", "a")] = new SeenRequest(key!.Mac, 5, 0, null);
            _store.AfterLooks = (0, () => looks++);
            return Task.FromResult(CallOutcome.Seen);
        });
        return (answer, looks);
    }

    private static Answer Of(string text) => new(201, System.Text.Encoding.UTF8.GetBytes(text));

    private static string Text(Answer answer) => System.Text.Encoding.UTF8.GetString(answer.Body);

    private sealed class TestMac : IRequestMac
    {
        public static readonly System.Collections.Concurrent.ConcurrentBag<string> Seen = [];

        public byte[] Of(ReadOnlySpan<byte> request)
        {
            Seen.Add(System.Text.Encoding.Latin1.GetString(request));
            return HMACSHA256.HashData("test"u8, request);
        }
    }

    private sealed class MemoryRequests : IRequestStore
    {
        public Dictionary<(string Endpoint, string Key), SeenRequest> Rows { get; } = [];

        public (int Looks, Action Then) AfterLooks { get; set; } = (int.MaxValue, () => { });

        public int Looks { get; private set; }

        public bool IsDown { get; set; }

        public ValueTask<SeenRequest?> FindAsync(int merchant, string endpoint, string key)
        {
            if (++Looks > AfterLooks.Looks) AfterLooks.Then();
            return new(Rows.GetValueOrDefault((endpoint, key)));
        }

        public Task<bool> AnswerAsync(RequestKey key, long? payment, int status, byte[] body, DateTimeOffset at)
        {
            if (IsDown) throw new StoreUnavailableException("down");
            if (Rows.GetValueOrDefault((key.Endpoint, key.Key)) is { Body: not null }) return Task.FromResult(false);
            Rows[(key.Endpoint, key.Key)] = new SeenRequest(key.Mac, payment, status, body);
            return Task.FromResult(true);
        }
    }

    /// <summary>A clock whose waits are over at once.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : dueTime, period);
    }
}
