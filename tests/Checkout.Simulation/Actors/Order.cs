using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Simulation.Rooms;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Actors;

/// <summary>One order of a merchant from the first request to the last refund, with every request sent again until it is answered.</summary>
internal sealed class Order(World world, Chance chance, int index)
{
    private const int MostTries = 5;

    private static readonly Currency Euro = Currency.Of("EUR");

    private readonly Client _client = new(world, chance);
    private readonly Merchant _merchant = chance.Of(world.Merchants.All);
    private readonly bool _isTest = chance.Percent(30);

    private bool IsHosted => _merchant.Id == SimulatedMerchants.First == _isTest;

    /// <summary>The merchant looks at it before anybody may pay.</summary>
    private bool IsBlocked => IsHosted && index % 5 == 0;

    public async Task RunAsync()
    {
        await world.Timeline.Pause(chance.Seconds(0, 240));
        if (await CreateAsync() is not { } payment) return;
        world.Payments++;
        var word = IsBlocked ? new Moderator(world, chance, payment).RunAsync() : Task.CompletedTask;
        if (payment.Status is PaymentStatus.Open or PaymentStatus.AwaitingShopper or PaymentStatus.Unknown or PaymentStatus.Submitting)
            await new Shopper(world, chance, payment).RunAsync();
        await word;
        await new MerchantActions(world, chance, payment).RunAsync();
    }

    private async Task<Payment?> CreateAsync()
    {
        var means = chance.Below(10);
        var token = chance.Percent(50) ? world.Checker.AnyToken(chance, _merchant.Id, _isTest) : null;
        // What is blocked brings no card.
        if (IsBlocked) token = null;
        var order = NewOrder();
        var key = new RequestKey(_merchant.Id, "POST /v1/payments", FormattableString.Invariant($"k{index}"), [1]);
        for (var i = 0; i < MostTries; i++)
        {
            // Sent again, sometimes before the first has been answered.
            var first = AskAsync(order, means, token, key);
            var second = chance.Percent(15) ? AskAsync(order, means, token, key) : null;
            var said = await first;
            if (second is not null) said = await second ?? said;
            if (said?.Payment is { } payment) return payment;
            if (said is { IsKept: true }) return null;
            await world.Timeline.Pause(chance.Seconds(1, 20));
        }

        return null;
    }

    private async Task<Said?> AskAsync(PaymentOrder order, int means, string? token, RequestKey key)
    {
        var said = await _client.AskAsync(async server => await MerchantDoor.CreateAsync(world, server, order, await MeansAsync(server, means, token), key));
        if (said is not null) world.Checker.Answered(order, said);
        return said;
    }

    private async Task<CardMeans> MeansAsync(Server server, int means, string? token)
    {
        if (token is not null && await server.Find.RunAsync(_merchant.Id, token) is { } card)
            return means < 7 ? new CardMeans.Saved(card) : new CardMeans.Saved(card) { AskCode = true };
        if (IsHosted || means >= 6) return new CardMeans.None();
        return means == 5 ? new CardMeans.Typed(Typing.Card()) { AskCode = true } : new CardMeans.Typed(Typing.Card()) { Code = Typing.Code() };
    }

    private PaymentOrder NewOrder() => new()
    {
        // Everybody types the same card: where merchants know it by one token, its shopper brings it again and again.
        Merchant = _merchant, Dialect = index % 2 == 0 ? Dialect.Cardgate : Dialect.Smart2Pay, IsTest = _isTest, Reference = FormattableString.Invariant($"order-{index}"),
        Amount = new Amount(100 + chance.Below(10_000), Euro), CaptureNow = IsHosted || chance.Percent(50), ThreeDSecure = chance.Percent(20), IsBlocked = IsBlocked,
        KeepCard = chance.Percent(50), Shopper = "shopper", ReturnUrl = "https://shop.example/back", LinkLifetime = chance.Seconds(300, 1500),
    };
}
