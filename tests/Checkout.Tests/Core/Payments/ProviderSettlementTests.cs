using Checkout.Core.Payments;
using Checkout.Core.Payments.Settling;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Core.Payments;

/// <summary>What a real provider's answers make of a payment: pages of its own, tokens, questions without an answer.</summary>
public sealed class ProviderSettlementTests
{
    private static readonly ShopperRedirect Page = ShopperRedirect.Get("https://pay.example/hpp/1");

    private static readonly Write.KeepToken Token = new(7, 12, "some", [1, 2], Some.Now);

    private static readonly SavedCard Kept = new()
    {
        Merchant = 7, Number = 12, Check = 9, MadeIn = Dialect.Smart2Pay, Face = Some.Face, State = SavedCardState.Active, Fingerprint = [1], Created = Some.Now,
    };

    private static ConnectorOutcome.Approved Approval => new(Some.Money, ApprovalStage.Done, "up-1") { Card = Some.Face, AcquirerReference = "ARN-9" };

    [Fact]
    public void A_card_that_was_typed_there_is_shown_and_kept_with_its_token()
    {
        var attempt = Some.Attempt(AttemptState.AwaitingShopper) with { Captures = true, KeepsCard = true };
        var settled = Settlement.Of(Some.Payment(PaymentStatus.AwaitingShopper), attempt, Approval, Some.Circumstances() with { Kept = Kept, Token = Token })!;

        Assert.Equal((PaymentStatus.Captured, Some.Face, 12, true), (settled.Payment!.Status, settled.Payment.Card, settled.Payment.SavedCard, settled.Payment.ShowToken));
        Assert.Equal("ARN-9", settled.Payment.UpstreamId);
        Assert.Equal(("up-1", 12), (settled.Attempt.UpstreamId, settled.Attempt.SavedCard));
        Assert.Contains(settled.Besides, w => w is Write.NewSavedCard { Card: { Number: 12, State: SavedCardState.Active } });
        Assert.Contains(Token, settled.Besides);
    }

    [Fact]
    public void A_token_that_comes_after_the_money_lands_on_the_card_and_the_merchant_hears_of_it()
    {
        var attempt = Some.Attempt(AttemptState.Approved) with { KeepsCard = true, CheckAt = null };
        var paid = Some.Payment(PaymentStatus.Captured);
        var settled = Settlement.Of(paid, attempt, Approval, Some.Circumstances() with { Kept = Kept, Token = Token })!;

        Assert.Equal((PaymentStatus.Captured, 12, true, paid.Version + 1), (settled.Payment!.Status, settled.Payment.SavedCard, settled.Payment.ShowToken, settled.Payment.Version));
        Assert.Equal(12, settled.Attempt.SavedCard);
        Assert.Equal([typeof(Write.NewSavedCard), typeof(Write.KeepToken), typeof(Write.NewNotice)], settled.Besides.Select(w => w.GetType()));
    }

    [Fact]
    public void A_message_that_comes_again_after_the_money_changes_nothing()
    {
        var attempt = Some.Attempt(AttemptState.Approved) with { KeepsCard = true, CheckAt = null, SavedCard = 12 };
        Assert.Null(Settlement.Of(Some.Payment(PaymentStatus.Captured), attempt, Approval, Some.Circumstances()));
        var withToken = Settlement.Of(Some.Payment(PaymentStatus.Captured), attempt, Approval, Some.Circumstances() with { Token = Token })!;
        Assert.Null(withToken.Payment);
        Assert.Equal(attempt, withToken.Attempt);
    }

    [Fact]
    public void A_token_with_another_sum_is_not_believed()
    {
        var attempt = Some.Attempt(AttemptState.Approved) with { KeepsCard = true, CheckAt = null };
        var other = Approval with { Amount = Some.Money with { Minor = 1 } };
        Assert.Null(Settlement.Of(Some.Payment(PaymentStatus.Captured), attempt, other, Some.Circumstances() with { Kept = Kept, Token = Token }));
    }

    [Fact]
    public void A_question_without_an_answer_leaves_the_shopper_where_they_are()
    {
        var attempt = Some.Attempt(AttemptState.AwaitingShopper);
        var waiting = Settlement.Of(Some.Payment(PaymentStatus.AwaitingShopper), attempt, new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer), Some.Circumstances())!;
        Assert.Null(waiting.Payment);
        Assert.Equal(AttemptState.AwaitingShopper, waiting.Attempt.State);

        var undecided = Settlement.Of(Some.Payment(PaymentStatus.AwaitingShopper), attempt, new ConnectorOutcome.Unknown(ConnectorFault.Undecided), Some.Circumstances())!;
        Assert.Equal(PaymentStatus.Unknown, undecided.Payment!.Status);
    }

    [Fact]
    public void What_waits_there_remembers_the_upstreams_name_for_it()
    {
        var settled = Settlement.Of(Some.Payment(PaymentStatus.Submitting), Some.Attempt(), new ConnectorOutcome.NeedsShopper(Page, "cpi_1"), Some.Circumstances())!;
        Assert.Equal(("cpi_1", Page), (settled.Attempt.UpstreamId, settled.Attempt.Redirect));
    }
}
