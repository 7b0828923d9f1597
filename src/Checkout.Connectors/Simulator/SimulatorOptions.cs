namespace Checkout.Connectors.Simulator;

/// <summary>Whether captures, cancels and refunds are done when they are answered, or only some time later.</summary>
public enum SimulatorCapture { Immediate, Deferred }

/// <summary>How the simulated acquirer behaves; the names are those of the settings under <c>Simulator</c>.</summary>
/// <param name="PublicUrl">Where the bank page is reached, without a slash at its end; asked each time, because a server learns its address late.</param>
public sealed record SimulatorOptions(Func<string> PublicUrl)
{
    public SimulatorCapture Capture { get; init; } = SimulatorCapture.Immediate;

    /// <summary>How long it takes until what was only requested is done.</summary>
    public TimeSpan SettleAfter { get; init; } = TimeSpan.FromSeconds(1);
}
