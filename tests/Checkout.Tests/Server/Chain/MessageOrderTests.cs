using System.Net;
using Checkout.Core.Payments;
using Checkout.Core.Providers;
using Cards = Checkout.Tests.Server.Chain.ChainShopper.Cards;

namespace Checkout.Tests.Server.Chain;

/// <summary>
/// A provider's messages in any order, any number of times, true, outdated and forged, between what the merchant does: the payment ends as its
/// provider has it, as it would without a single message (PAY-9, PAY-16).
/// </summary>
public sealed class MessageOrderTests(AllChains chains) : IClassFixture<AllChains>
{
    private const int Messages = 12;
    private static readonly int[] Statuses = [1, 3, 4, 9, 11, 22];

    public static TheoryData<ProviderMode, int> Seeds
    {
        get
        {
            var all = new TheoryData<ProviderMode, int>();
            foreach (var mode in new[] { ProviderMode.Smart2PayOurs, ProviderMode.CardgateOurs })
            {
                for (var seed = 1; seed <= 10; seed++) all.Add(mode, seed);
            }

            return all;
        }
    }

    public static TheoryData<ProviderMode, string> Troubles => new()
    {
        { ProviderMode.Smart2PayOurs, "notices-twice" }, { ProviderMode.Smart2PayOurs, "notices-out-of-order" }, { ProviderMode.Smart2PayOurs, "notices-forged" },
        { ProviderMode.CardgateOurs, "notices-twice" }, { ProviderMode.CardgateOurs, "notices-out-of-order" }, { ProviderMode.CardgateOurs, "notices-forged" },
    };

    [Theory, MemberData(nameof(Seeds))]
    public async Task Any_messages_come_to_the_same_end(ProviderMode mode, int seed)
    {
        var (chain, random, reference) = (chains[mode], new Random(seed), Orders.NewReference("order"));
        var card = random.Next(3) == 0 ? Orders.Declined : Cards.Good;
        // Cardgate holds no money.
        var made = await chain.First.PostAsync("/v1/payments", Orders.Direct(reference, card).With("Capture", mode == ProviderMode.CardgateOurs || random.Next(2) == 0));
        var payment = await chain.PaymentAsync(reference);
        var attempts = await chain.Payments.AttemptsAsync(payment.Merchant, payment.Number);
        var expected = made.StatusId;

        var action = random.Next(Messages);
        for (var i = 0; i < Messages; i++)
        {
            if (i == action && card == Cards.Good) expected = await ActAsync(chain, payment.Number, expected);
            await SayAsync(chain, random, attempts[random.Next(attempts.Count)]);
        }

        Assert.Equal(expected, (await chain.First.GetAsync($"/v1/payments/{payment.Number}")).StatusId);
        await chain.BooksAgreeAsync(reference);
    }

    [Theory, MemberData(nameof(Troubles))]
    public async Task A_providers_own_trouble_with_its_messages_changes_nothing(ProviderMode mode, string scenario)
    {
        await using var chain = await ChainedCheckout.StartAsync(mode);
        await chain.Second.ChangeAsync(1010, settings => settings with { Scenario = scenario });
        var (good, bad) = (Orders.NewReference("good"), Orders.NewReference("bad"));
        await chain.First.PostAsync("/v1/payments", Orders.Direct(good, Cards.Good).With("Capture", true));
        Assert.Equal(4, (await chain.First.PostAsync("/v1/payments", Orders.Direct(bad, Orders.Declined).With("Capture", true))).StatusId);
        await chain.Second.AdvanceAsync(TimeSpan.FromSeconds(4));
        await chain.First.AdvanceAsync(TimeSpan.FromSeconds(4));

        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(good), p => p.Status == PaymentStatus.Captured);
        if (scenario == "notices-forged") await CheckoutClient.EventuallyAsync(() => chain.First.AlertsAsync("callback_forged"), alerts => alerts > 0);
        await chain.BooksAgreeAsync(good);
        Assert.Equal(PaymentStatus.Failed, (await chain.PaymentAsync(bad)).Status);
    }

    /// <returns>How the payment stands then.</returns>
    private static async Task<int> ActAsync(ChainedCheckout chain, long payment, int status)
    {
        var answer = status == 9
            ? await chain.First.PostAsync($"/v1/payments/{payment}/cancel")
            : await chain.First.PostAsync($"/v1/payments/{payment}/refunds", Orders.Refund(Orders.NewReference("refund"), 2599));
        Assert.True((int)answer.Status is 200 or 201, answer.ToString());
        return status == 9 ? 3 : 22;
    }

    private static async Task SayAsync(ChainedCheckout chain, Random random, Attempt attempt)
    {
        var status = Statuses[random.Next(Statuses.Length)];
        var (body, proof, heard) = random.Next(5) switch
        {
            0 => (ProviderMessages.About(chain.Mode, attempt.Reference, status: status), "wrong", HttpStatusCode.Unauthorized),
            1 => (ProviderMessages.About(chain.Mode, attempt.Reference, minor: 1 + random.Next(9000), status: status), "right", Received(chain)),
            2 => (ProviderMessages.About(chain.Mode, attempt.Reference[..^1] + "_", status: status), "right", Received(chain)),
            _ => (ProviderMessages.About(chain.Mode, attempt.Reference, status: status), "right", Received(chain)),
        };
        for (var times = random.Next(3); times >= 0; times--) Assert.Equal(heard, await ProviderMessages.SendAsync(chain, body, proof));
    }

    private static HttpStatusCode Received(ChainedCheckout chain) => chain.Mode.Kind() == ProviderKind.Smart2Pay ? HttpStatusCode.NoContent : HttpStatusCode.OK;
}
