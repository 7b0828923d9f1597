namespace Checkout.Web.Hosting;

/// <param name="Enabled">Test payments with the simulator, relaxed rules, a merchant to try with.</param>
/// <param name="Clock">The instant the server's clock starts at; null: now.</param>
public sealed record SandboxSettings(bool Enabled = false, DateTimeOffset? Clock = null);
