using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Web.Hosting;
using Checkout.Web.Sandbox;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>The story of <c>POST /v1/payments</c> once the request is read: find the token's card, refuse what is wrong, take the payment, answer.</summary>
public sealed class CreatePayment(TakePayment take, FindSavedCard find, ReadPayment read, PaymentAnswers answers, SandboxSettings sandbox)
{
    /// <param name="merchant">Who asks.</param>
    /// <param name="asked">What was sent.</param>
    /// <param name="today">The day by which cards expire.</param>
    /// <param name="key">The name the caller gave its request, if any.</param>
    /// <param name="scenario">The scenario the request names, if any.</param>
    public async Task<CallOutcome> RunAsync(Merchant merchant, AskedPayment asked, DateOnly today, RequestKey? key, string? scenario)
    {
        var saved = asked.Token?.Value is { } token ? await FindAsync(merchant, token, asked, today) : null;
        if (asked.Faults.Count > 0) return new(await answers.InvalidAsync(merchant, asked.Faults, asked));

        var order = Smart2PayReader.Order(asked, merchant, sandbox.Enabled).Playing(scenario);
        var result = await take.RunAsync(order, asked.Means(saved), key);
        if (result is { Refusal: Refusal.None, Payment: { } payment }) return new(answers.OfCreate(payment, merchant), payment.Number);
        if (result.Refusal == Refusal.RequestSeen) return CallOutcome.Seen;
        return new(await answers.InvalidAsync(merchant, [Smart2PayRefusals.OfPayment(result.Refusal)], asked), IsPassing: result.Refusal == Refusal.Busy);
    }

    public async Task<Answer?> StandsAsync(Merchant merchant, long number) =>
        await read.RunAsync(merchant.Id, number) is { } payment ? answers.OfCreate(payment, merchant) : null;

    private async ValueTask<SavedCard?> FindAsync(Merchant merchant, string token, AskedPayment asked, DateOnly today)
    {
        var card = await find.RunAsync(merchant.Id, token);
        if (card is null) asked.Checks.Fail(ReturnCode.Token);
        else if (!card.IsUsable) asked.Checks.Fail(ReturnCode.TokenNotAvailable);
        // Issuers let merchants go on charging a card after it was replaced; a shopper has the new one in hand.
        else if (card.Face.Expiry.IsPastOn(today) && !asked.Token!.IsByMerchantAlone) asked.Checks.Fail(ReturnCode.CardExpired);
        return card;
    }
}
