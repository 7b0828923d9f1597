using Checkout.Core.Upstream;

namespace Checkout.Core.Payments;

/// <summary>The one place where an upstream is called: bounded in time, and whatever goes wrong after sending is Unknown (PAY-5).</summary>
public static class UpstreamCall
{
    /// <summary>Upstream calls end after this long; then the outcome is Unknown and gets asked about.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>How long a call that was told to stop may take to let go of the card it holds.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    public static async Task<ConnectorOutcome> RunAsync(Func<CancellationToken, Task<ConnectorOutcome>> call, TimeProvider clock)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        try
        {
            var running = call(limit.Token);
            try
            {
                return await running.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!running.IsCompleted)
            {
                // The caller wipes the card as soon as this returns, so the call gets a moment to end first.
                return await running.WaitAsync(Grace, clock);
            }
        }
        catch (Exception trouble) when (trouble is OperationCanceledException or TimeoutException)
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

    /// <summary>A question, or something said again: that it could not be sent now tells nothing about what was sent before.</summary>
    public static async Task<ConnectorOutcome> AskAsync(Func<CancellationToken, Task<ConnectorOutcome>> call, TimeProvider clock) =>
        await RunAsync(call, clock) is var outcome && outcome is ConnectorOutcome.NotSent unsent ? new ConnectorOutcome.Unknown(unsent.Fault) : outcome;
}
