using Checkout.Core.Cards;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Payments.Settling;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Core.Payments;

/// <summary>What an upstream tells of the card that paid, and with which code its bank approved, stays with the payment and with the card that is kept.</summary>
public sealed class CardFactsSettlementTests
{
    private static readonly CardFacts Facts = new("CREDIT", "SOME BANK", "US");

    private static readonly CardFace Told = Some.Face with { Type = "CREDIT", IssuerName = "SOME BANK", IssuingCountry = "US" };

    private static readonly ConnectorOutcome.Approved Yes = new(Some.Money, ApprovalStage.Done, "UP1") { Facts = Facts, ApprovalCode = "A1B2C3" };

    [Fact]
    public void A_card_that_we_know_is_told_of_and_one_that_only_they_know_too()
    {
        foreach (var (known, outcome) in new[] { ((CardFace?)Some.Face, Yes), (null, Yes with { Card = Some.Face }), (Some.Face, Yes with { Card = Some.Face with { Holder = "ANA" } }) })
        {
            var settled = Settlement.Of(Some.Payment(PaymentStatus.Submitting) with { Card = known }, Some.Attempt() with { Card = known }, outcome, Some.Circumstances())!;
            Assert.Equal((Told, Told, "A1B2C3"), (settled.Payment!.Card, settled.Attempt.Card, settled.Payment.Details.ApprovalCode));
        }
    }

    [Fact]
    public void What_is_told_of_another_card_is_not_said_of_the_one_that_was_chosen()
    {
        var used = Some.Face with { First6 = "555555", Last4 = "4444" };
        var payment = Some.Payment(PaymentStatus.AwaitingShopper) with { Card = Some.Face };
        var settled = Settlement.Of(payment, Some.Attempt(AttemptState.AwaitingShopper) with { Card = Some.Face }, Yes with { Card = used }, Some.Circumstances())!;
        Assert.Equal((used with { Type = "CREDIT", IssuerName = "SOME BANK", IssuingCountry = "US" }, Some.Face), (settled.Payment!.Card, settled.Attempt.Card));
    }

    [Fact]
    public void Without_a_word_of_it_nothing_is_said()
    {
        var settled = Settlement.Of(Some.Payment(PaymentStatus.Submitting) with { Card = Some.Face }, Some.Attempt() with { Card = Some.Face }, Yes with { Facts = null, ApprovalCode = null }, Some.Circumstances())!;
        Assert.Equal((Some.Face, null), (settled.Payment!.Card, settled.Payment.Details.ApprovalCode));
    }

    [Fact]
    public void A_card_that_waited_to_be_kept_is_kept_with_it()
    {
        var attempt = Some.Attempt(AttemptState.AwaitingShopper) with { Card = Some.Face, KeepsCard = true, SavedCard = 12 };
        Write.MoveSavedCard Kept(ConnectorOutcome.Approved yes) =>
            Assert.Single(Settlement.Of(Some.Payment(PaymentStatus.AwaitingShopper) with { Card = Some.Face, SavedCard = 12 }, attempt, yes, Some.Circumstances())!.Besides.OfType<Write.MoveSavedCard>());

        Assert.Equal(Told, Kept(Yes).Face);
        Assert.Null(Kept(Yes with { Facts = null }).Face);
    }

    [Fact]
    public async Task A_card_that_is_kept_at_once_or_proved_again_is_kept_with_it()
    {
        var till = new Till.Till();
        foreach (var reference in new[] { "order-1", "order-2" })
        {
            till.Bank.Says(Yes);
            var paid = (await till.PayAsync(till.Order with { Reference = reference, Dialect = Dialect.Cardgate, KeepCard = true })).Payment!;
            Assert.Equal(("SOME BANK", "A1B2C3"), (paid.Card!.IssuerName, paid.Details.ApprovalCode));
            var card = Assert.Single(till.Store.Tables.Cards.Values);
            Assert.Equal((SavedCardState.Active, "CREDIT", "SOME BANK", "US"), (card.State, card.Face.Type, card.Face.IssuerName, card.Face.IssuingCountry));
        }
    }

    [Fact]
    public void A_late_charge_that_pays_after_all_is_told_of_as_well()
    {
        var dead = Some.Attempt(AttemptState.ProvenDead) with { Card = Some.Face, CheckAt = Some.Now.AddHours(1), Ended = Some.Now, Reason = PaymentReason.NeverSent };
        var around = Some.Circumstances() with { LateCharge = LateCharge.Adopt, Attempts = [dead] };
        var settled = Settlement.Of(Some.Payment(PaymentStatus.Failed, CardNeed.Nothing), dead, Yes, around)!;
        Assert.Equal((Told, "A1B2C3"), (settled.Payment!.Card, settled.Payment.Details.ApprovalCode));
    }
}
