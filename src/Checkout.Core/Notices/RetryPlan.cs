using Checkout.Core.Merchants;
using Checkout.Core.Payments;

namespace Checkout.Core.Notices;

/// <summary>How a notice that was not taken is tried again.</summary>
/// <param name="Dialect">In which it is told.</param>
/// <param name="Tries">In the Cardgate dialect: how often it is tried at most.</param>
/// <param name="Minutes">In the Cardgate dialect: the wait after the first try; after the n-th one it is n times as long.</param>
public readonly record struct RetryPlan(Dialect Dialect, int Tries = NoticeSchedule.MostCardgateTries, int Minutes = 1)
{
    public static RetryPlan Of(Dialect dialect, MerchantSettings settings) => new(dialect, settings.CallbackTries, settings.CallbackMinutes);
}
