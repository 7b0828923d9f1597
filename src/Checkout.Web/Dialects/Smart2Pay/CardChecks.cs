using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Web.Hosting;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Answers about card authentications.</summary>
public sealed class CardCheckAnswers(CardCheckWriter writer, FindSavedCard find, ISavedCardStore cards)
{
    public Answer Of(Payment check, SavedCard? card) =>
        new(Smart2PayStatus.HttpOfCreate(check.Status), writer.Checked(check, card is null ? null : find.TokenOf(card)));

    public async Task<Answer> OfAsync(Payment check)
    {
        var isGood = check is { Status: PaymentStatus.Verified, SavedCard: not null };
        return Of(check, isGood ? await cards.FindAsync(check.Merchant, check.SavedCard!.Value) : null);
    }
}

/// <summary>The story of <c>POST /v1/card/authenticate</c> once the request is read.</summary>
public sealed class CardChecks(CheckCard check, IPaymentStore store, CardCheckAnswers answers, InvalidRequests invalid, SandboxSettings sandbox)
{
    public async Task<CallOutcome> RunAsync(Merchant merchant, AskedCardCheck asked, RequestKey? key)
    {
        if (asked.Faults.Count > 0) return new(await invalid.CardAsync(merchant, asked.Faults, asked));

        var order = new CheckCardOrder(merchant, sandbox.Enabled, asked.Details, asked.Shopper?.Reference);
        var result = await check.RunAsync(order, asked.Card!.Typed!, asked.Card.Code, key);
        if (result is { Refusal: Refusal.None, Payment: { } payment }) return new(answers.Of(payment, result.Card), payment.Number);
        if (result.Refusal == Refusal.RequestSeen) return CallOutcome.Seen;
        return new(await invalid.CardAsync(merchant, [Smart2PayRefusals.OfPayment(result.Refusal)], asked), IsPassing: result.Refusal == Refusal.Busy);
    }

    public async Task<Answer?> StandsAsync(Merchant merchant, long number) =>
        await store.FindAsync(merchant.Id, number) is { } payment ? await answers.OfAsync(payment) : null;

    public async Task<Answer> RefuseAsync(Merchant merchant, ReturnCode code, AskedCardCheck? asked = null) => await invalid.CardAsync(merchant, [code], asked);
}
