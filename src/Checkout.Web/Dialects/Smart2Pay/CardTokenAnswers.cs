using Checkout.Core.Merchants;
using Checkout.Core.SavedCards;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Answers about tokens.</summary>
public sealed class CardTokenAnswers(CardCheckWriter writer, FindSavedCard find, InvalidRequests invalid)
{
    public Answer OfRead(SavedCard? card) => card is null ? InvalidRequests.TokenNotFound : new Answer(200, writer.Token(card, find.TokenOf(card)));

    public Answer OfCancel(SavedCard? card) => card is null ? InvalidRequests.TokenNotFound : new Answer(200, writer.Cancelled(card, find.TokenOf(card)));

    public async Task<Answer> RefuseAsync(Merchant merchant, ReturnCode code) => await invalid.CardAsync(merchant, [code]);
}
