using Checkout.Core.Notices;

namespace Checkout.Web.Hosting.Workers;

/// <summary>
/// A lane per merchant, in which two notices are under way at a time and some wait: a slow merchant fills its own lane and nobody else's
/// (API-6). Of a payment one notice is in the lane at most. Safe for many threads.
/// </summary>
public sealed class NoticeLanes
{
    private const int AtOnce = 2;
    private const int MostWaiting = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<int, Lane> _lanes = [];
    private readonly HashSet<long> _doneSinceLook = [];

    /// <summary>Begins a look into the outbox. What is dealt with from here on may still be among what is found, and does not enter again.</summary>
    /// <returns>Merchants whose lane takes no more at present.</returns>
    public IReadOnlyCollection<int> Look()
    {
        lock (_gate)
        {
            _doneSinceLook.Clear();
            return [.. _lanes.Where(l => l.Value.IsFull).Select(l => l.Key)];
        }
    }

    /// <summary>Takes a notice into its merchant's lane, unless it is full or has one of that payment.</summary>
    /// <returns>True: it is to be sent now. False: it waits for <see cref="Next"/>, or stays in the outbox.</returns>
    public bool Enter(Notice notice)
    {
        lock (_gate)
        {
            if (_doneSinceLook.Contains(notice.Id)) return false;
            if (!_lanes.TryGetValue(notice.Merchant, out var lane)) _lanes.Add(notice.Merchant, lane = new Lane());
            if (lane.IsFull || !lane.Payments.Add(notice.Payment)) return false;
            if (lane.UnderWay < AtOnce)
            {
                lane.UnderWay++;
                return true;
            }

            lane.Waiting.Enqueue(notice);
            return false;
        }
    }

    /// <summary>A notice was dealt with, well or badly.</summary>
    /// <returns>The next one of that merchant; null when none waits.</returns>
    public Notice? Next(Notice done)
    {
        lock (_gate)
        {
            _doneSinceLook.Add(done.Id);
            var lane = _lanes[done.Merchant];
            lane.Payments.Remove(done.Payment);
            if (lane.Waiting.TryDequeue(out var next)) return next;
            if (--lane.UnderWay == 0) _lanes.Remove(done.Merchant);
            return null;
        }
    }

    private sealed class Lane
    {
        public HashSet<long> Payments { get; } = [];

        public Queue<Notice> Waiting { get; } = [];

        public int UnderWay { get; set; }

        public bool IsFull => Waiting.Count == MostWaiting;
    }
}
