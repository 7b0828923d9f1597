using System.Globalization;
using Checkout.Core.Storage;

namespace Checkout.Web.Sandbox;

/// <summary>
/// The server's clock: the machine's own, or in a sandbox one that starts at a chosen instant and can be moved forward. How far it is
/// ahead is stored, so that a restart never goes back in time.
/// </summary>
public sealed class SandboxClock : TimeProvider
{
    private const string Room = "sandbox";
    private const string Name = "clock-ahead-ticks";

    private readonly ISettingStore _settings;
    private long _aheadTicks;

    /// <param name="settings">Where the stored time lies.</param>
    /// <param name="start">The instant to start at; the stored time wins when it is later. Null: the stored time, or now.</param>
    public SandboxClock(ISettingStore settings, DateTimeOffset? start)
    {
        _settings = settings;
        var stored = settings.ReadAll(Room).TryGetValue(Name, out var text) ? long.Parse(text, CultureInfo.InvariantCulture) : (long?)null;
        var wished = start is { } instant ? (instant - System.GetUtcNow()).Ticks : (long?)null;
        _aheadTicks = (stored, wished) switch
        {
            ({ } s, { } w) => Math.Max(s, w),
            (null, null) => 0,
            _ => stored ?? wished!.Value,
        };
        if (wished is not null) Keep();
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _aheadTicks));

    /// <summary>Time that is skipped has passed for those who measure it too.</summary>
    public override long GetTimestamp() => System.GetTimestamp() + (long)((Int128)Interlocked.Read(ref _aheadTicks) * TimestampFrequency / TimeSpan.TicksPerSecond);

    /// <summary>Moves the clock to a later instant.</summary>
    /// <returns>False when the instant is not later than now, or beyond the year 2099.</returns>
    public bool MoveTo(DateTimeOffset instant)
    {
        if (instant <= GetUtcNow() || instant.Year > 2099) return false;
        Interlocked.Exchange(ref _aheadTicks, (instant - System.GetUtcNow()).Ticks);
        Keep();
        return true;
    }

    private void Keep() => _settings.Write(Room, Name, Interlocked.Read(ref _aheadTicks).ToString(CultureInfo.InvariantCulture));
}
