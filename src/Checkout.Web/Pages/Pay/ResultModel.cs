using Checkout.Web.Pages.Pay.Words;

namespace Checkout.Web.Pages.Pay;

/// <summary>A result in words, without card data, and the way back.</summary>
/// <param name="Why">What the bank said, where it helps.</param>
/// <param name="GoesOn">The browser goes back by itself.</param>
public sealed record ResultModel(Visit Visit, Saying Saying, Tone Tone, string? Why, ReturnTarget? Back, bool GoesOn)
{
    public static ResultModel Of(Visit visit, bool goesOn)
    {
        var (saying, tone) = Results.Of(visit.Seen, visit.Texts.Results, keepsCard: visit.Payment.SavedCard is not null);
        var why = tone == Tone.Bad && visit.Seen == visit.Payment.Status && visit.Seen != Core.Payments.PaymentStatus.Cancelled
            ? visit.Texts.Reasons.Of(visit.Payment.Reason)
            : null;
        var back = visit.Back;
        return new ResultModel(visit, saying, tone, why, back, goesOn && back is not null);
    }
}
