using Checkout.Core.Upstream;

namespace Checkout.Core.Payments;

/// <summary>The one place where an upstream is called: bounded in time, and whatever goes wrong after sending is Unknown (PAY-5).</summary>
public static class UpstreamCall
{
    /// <summary>Upstream calls end after this long; then the outcome is Unknown and gets asked about.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static async Task<ConnectorOutcome> RunAsync(Func<CancellationToken, Task<ConnectorOutcome>> call, TimeProvider clock)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        try
        {
            return await call(limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            return new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer);
        }
#pragma warning disable CA1031 // Broken connector code must not lose a charge: nobody knows whether it was sent, so somebody has to ask.
        catch (Exception)
#pragma warning restore CA1031
        {
            return new ConnectorOutcome.Unknown(ConnectorFault.Broken);
        }
    }
}
