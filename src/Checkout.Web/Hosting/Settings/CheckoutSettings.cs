using Checkout.Connectors.Simulator;
using Checkout.Core.Payments;
using Checkout.Vault;

namespace Checkout.Web.Hosting.Settings;

/// <summary>Everything an operator can set, read and checked once at start. Each value has a default that starts a sandbox.</summary>
public sealed record CheckoutSettings
{
    /// <summary>The address shoppers reach this server at, without a slash at its end; null: the address it listens on.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Where the files lie; made with owner-only permissions.</summary>
    public string DataDirectory { get; init; } = "data";

    public SandboxSettings Sandbox { get; init; } = new();

    public SimulatorSettings Simulator { get; init; } = new();

    /// <summary>Where the certificate lies that protects the key ring; needed outside the sandbox.</summary>
    public VaultOptions Vault { get; init; } = new();

    public PaymentLimits Limits { get; init; } = PaymentLimits.None;
}

/// <param name="Capture">Whether the simulator captures, cancels and refunds at once.</param>
/// <param name="SettleAfter">When a deferred operation is done.</param>
public sealed record SimulatorSettings(SimulatorCapture Capture, TimeSpan SettleAfter)
{
    public SimulatorSettings()
        : this(SimulatorCapture.Immediate, TimeSpan.FromSeconds(1))
    {
    }
}
