using Checkout.Core.Storage;

namespace Checkout.Web.Hosting.Workers;

/// <summary>
/// The same work again and again. A round that breaks is written down and the next one comes: a moment's trouble of the store, or one row
/// that breaks our code, must not end a worker, and with it the server.
/// </summary>
public static class Rounds
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    /// <summary>Works until <paramref name="stop"/>.</summary>
    public static async Task EveryAsync(TimeSpan interval, string worker, ILogger log, Func<Task> round, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(interval);
        while (await timer.WaitForNextTickAsync(stop))
        {
            try
            {
                await round();
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                throw;
            }
            catch (StoreUnavailableException trouble)
            {
                Log.StoreUnavailable(log, worker, trouble.Message);
                await Task.Delay(AfterTrouble, stop);
            }
#pragma warning disable CA1031 // The top of a room: what breaks one round may be gone in the next.
            catch (Exception trouble)
#pragma warning restore CA1031
            {
                Log.RoundBroken(log, worker, trouble);
                await Task.Delay(AfterTrouble, stop);
            }
        }
    }
}
