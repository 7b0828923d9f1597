using Checkout.Core.Payments;
using Checkout.Simulation.Rooms;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Actors;

/// <summary>What a merchant does with a payment afterwards: captures, cancels, gives back, sometimes all at once and more than there is.</summary>
internal sealed class MerchantActions(World world, Chance chance, Payment payment)
{
    private const int MostRounds = 5;

    private readonly Client _client = new(world, chance);
    private int _refunds;

    public async Task RunAsync()
    {
        for (var i = 0; i < MostRounds; i++)
        {
            await world.Timeline.Pause(chance.Seconds(1, 120));
            if (await ReadAsync() is not { } now) continue;
            Remember(now);
            if (chance.Percent(20)) return;
            await Task.WhenAll(Actions(now));
        }
    }

    private Task<Payment?> ReadAsync() => TellAsync(async server => await server.Read.RunAsync(payment.Merchant, payment.Number));

    private Task<Payment?> TellAsync(Func<Server, Task<Payment?>> work) => _client.AskAsync(async server =>
    {
        var told = await work(server);
        if (told is not null) world.Checker.Told(told, payment.Merchant);
        return told;
    });

    private IEnumerable<Task> Actions(Payment now)
    {
        var choice = chance.Below(100);
        switch (now.Status)
        {
            case PaymentStatus.Authorized:
                if (choice < 70) yield return CaptureAsync(choice < 20 ? 1 + (now.Amount.Minor / 2) : null);
                if (choice is < 15 or > 75) yield return CancelAsync();
                if (choice is > 30 and < 40) yield return CaptureAsync(null);
                break;
            case PaymentStatus.AwaitingReview:
                if (choice < 50) yield return AcceptAsync();
                if (choice is > 35 and < 70) yield return RejectAsync();
                break;
            case PaymentStatus.Captured or PaymentStatus.PartiallyCaptured or PaymentStatus.PartiallyRefunded or PaymentStatus.DisputeWon:
                for (var i = 0; i <= choice % 3; i++) yield return RefundAsync(choice % 2 == 0 ? now.CapturedMinor * 6 / 10 : now.CapturedMinor);
                break;
            default:
                break;
        }
    }

    private Task<Payment?> CaptureAsync(long? minor) => TellAsync(async server => Done(await server.Capture.RunAsync(payment.Merchant, payment.Number, minor)));

    private Task<Payment?> CancelAsync() => TellAsync(async server => Done(await server.Cancel.RunAsync(payment.Merchant, payment.Number)));

    private Task<Payment?> AcceptAsync() => TellAsync(async server => Done(await server.Review.AcceptAsync(payment.Merchant, payment.Number)));

    private Task<Payment?> RejectAsync() => TellAsync(async server => Done(await server.Review.RejectAsync(payment.Merchant, payment.Number)));

    private async Task RefundAsync(long minor)
    {
        var order = new RefundOrder(
            payment.Merchant, payment.Number, FormattableString.Invariant($"refund-{payment.Number}-{payment.IsTest}-{_refunds++}"), Math.Max(1, minor), null, null, null);
        for (var i = 0; i < 2; i++)
        {
            var answer = await _client.AskAsync<RefundResult>(async server => await server.Refund.RunAsync(order));
            if (answer is not null) return;
        }
    }

    private static Payment? Done(TakeResult result) => result.Refusal == Refusal.None ? result.Payment : null;

    /// <summary>The token of a card that this payment kept pays for later orders, until the merchant cancels it.</summary>
    private void Remember(Payment now)
    {
        if (now is not { ShowToken: true, SavedCard: { } card, SavedCardCheck: { } check }) return;
        var token = PlainTokens.One.Seal(Core.Tokens.TokenPurpose.SavedCard, new Core.Tokens.TokenTarget(now.Merchant, card, check));
        world.Checker.KnowToken(now, token);
        if (chance.Percent(10)) _ = _client.AskAsync(server => server.CancelCard.RunAsync(now.Merchant, token));
    }
}
