namespace Checkout.Core.Payments;

/// <summary>
/// How long an intent of this process may still be sent, by a clock that never jumps. Opened before the intent is committed: somebody else asks
/// about one that is older and may have found nothing, so what was not sent by then is not sent at all.
/// </summary>
internal readonly struct SendWindow(TimeProvider clock)
{
    private readonly long _opened = clock.GetTimestamp();

    public bool IsOver => clock.GetElapsedTime(_opened) >= CheckSchedule.Stale;
}
