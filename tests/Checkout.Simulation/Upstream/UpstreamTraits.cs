using Checkout.Core.Upstream;

namespace Checkout.Simulation.Upstream;

/// <summary>What an upstream can do, and how late things may still happen there.</summary>
/// <param name="Bars">It refuses a reference twice, so that one that was not found can be taken.</param>
/// <param name="LatestArrival">How long after it was sent a charge may still arrive.</param>
/// <param name="PageLife">How long after its arrival a charge waits for its shopper.</param>
/// <param name="DecisionTime">How long after that a decision that began in time may still land.</param>
internal sealed record UpstreamTraits(
    string Name, CardEntry Entry, bool HoldsMoney, bool KeepsTokens, bool CancelsOpenCharges, bool Bars, TimeSpan Horizon, TimeSpan LatestArrival, TimeSpan PageLife, TimeSpan DecisionTime)
{
    // A charge may arrive until the horizon is over, less what clocks may be apart.
    public static readonly UpstreamTraits Cancelling = new(
        "cancelling", CardEntry.Ours, true, false, true, false, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(3) - TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(9), TimeSpan.Zero);

    // The horizon has to do: it covers the latest arrival, the page, and the latest decision, less what clocks may be apart.
    public static readonly UpstreamTraits Hosted = new(
        "hosted", CardEntry.Theirs, false, true, false, false, TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(3) - TimeSpan.FromSeconds(3));

    // What is on its way for long is kept out by a bar.
    public static readonly UpstreamTraits Barring = Hosted with { Name = "barring", Entry = CardEntry.Ours, HoldsMoney = true, Bars = true, LatestArrival = Hosted.Horizon - TimeSpan.FromSeconds(3) };

    // There is neither a cancel nor a bar, so nothing but the watch list helps against what comes after the horizon.
    public static readonly UpstreamTraits Plain = Hosted with { Name = "plain", Entry = CardEntry.Ours, HoldsMoney = true, KeepsTokens = false };

    public TimeSpan ShopperLimit => CancelsOpenCharges ? TimeSpan.FromMinutes(10) : Horizon;

    /// <summary>A capture or refund is not fenced, so it may not come later than the horizon.</summary>
    public TimeSpan LatestFollowUp => Horizon - TimeSpan.FromSeconds(3);
}
