using Checkout.Core.Cards;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using static Checkout.Tests.Core.Till.Till;

namespace Checkout.Tests.Core.Payments;

/// <summary>Two cards are tried, and the first one, which seemed lost, has paid after all (PAY-19).</summary>
public sealed class LateCardTests
{
    private readonly Till.Till _till = new();

    [Fact]
    public async Task A_typed_card_that_paid_is_shown_and_not_the_saved_one_that_did_not()
    {
        var saved = await _till.SavedAsync();
        var (first, failed) = await FailsAsync(new() { Merchant = _till.Merchant, Payment = await OpenAsync(), Typed = Other(), By = Actor.Shopper, Code = Code() }, saved);
        Assert.Equal((saved.Number, true), (failed.SavedCard, failed.ShowToken));
        var paid = await ArrivesAsync(first);
        Assert.Equal(("0002", null, false, false), (paid.Card!.Last4, paid.SavedCard, paid.ShowToken, paid.Details.BySavedCard));
    }

    [Fact]
    public async Task A_saved_card_that_paid_is_shown_with_its_token_and_not_the_one_that_did_not()
    {
        var (used, other) = (await _till.SavedAsync(), await _till.SavedAsync());
        var (first, failed) = await FailsAsync(new() { Merchant = _till.Merchant, Payment = await OpenAsync(), Saved = used, By = Actor.Shopper, Code = Code() }, other);
        Assert.Equal(other.Number, failed.SavedCard);
        var paid = await ArrivesAsync(first);
        Assert.Equal((used.Number, used.Check, true, true), (paid.SavedCard, paid.SavedCardCheck, paid.ShowToken, paid.Details.BySavedCard));
    }

    private async Task<Payment> OpenAsync()
    {
        _till.Merchant = _till.Merchant with { Settings = new MerchantSettings { LateCharge = LateCharge.Adopt } };
        return (await _till.Take.RunAsync(_till.Order with { Details = new() { MostTries = 2 } }, new CardMeans.None())).Payment!;
    }

    /// <summary>The first try is never heard of, and the second one declined.</summary>
    private async Task<(Attempt First, Payment Failed)> FailsAsync(Charge try1, SavedCard card2)
    {
        _till.Bank.Says(Silence, new ConnectorOutcome.NotFound(), No());
        var silent = (await _till.Charge.RunAsync(try1)).Payment!;
        _till.Clock.Pass(TimeSpan.FromHours(2));
        var open = await _till.Resolve.RunAsync(silent, Actor.Clock);
        var failed = (await _till.Charge.RunAsync(new Charge { Merchant = _till.Merchant, Payment = open, Saved = card2, By = Actor.Shopper, Code = Code() })).Payment!;
        Assert.Equal((PaymentStatus.Open, PaymentStatus.Failed), (open.Status, failed.Status));
        return ((await _till.AttemptsAsync(failed))[0], failed);
    }

    private async Task<Payment> ArrivesAsync(Attempt first)
    {
        _till.Bank.Says(Yes());
        _till.Clock.Pass(TimeSpan.FromHours(2));
        var paid = (await _till.Resolve.RunAsync(first, Actor.Clock)).Payment!;
        Assert.Equal((PaymentStatus.Captured, PaymentReason.LateCharge), (paid.Status, paid.Reason));
        return paid;
    }

    private static TypedCard Other() => new(CardNumber.TryRead("4000000000000002", out var number, out _) ? number : throw new InvalidOperationException(), Some.Face.Expiry, "Ana Pop");
}
