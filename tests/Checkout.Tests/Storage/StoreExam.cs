using Checkout.Core.Storage;

namespace Checkout.Tests.Storage;

/// <summary>The exam every store sits. One class, in parts by what is examined; each fact starts with an empty store.</summary>
public abstract partial class StoreExam : IAsyncLifetime
{
    protected StoreUnderExam Store { get; private set; } = null!;

    public async Task InitializeAsync() => Store = await OpenAsync();

    public async Task DisposeAsync() => await Store.Whole.DisposeAsync();

    /// <summary>Opens the store of this fact; called once.</summary>
    protected abstract Task<StoreUnderExam> OpenAsync();

    protected async Task CommitAsync(params Write[] change) => Assert.Equal(Verdict.Done, await Store.Payments.CommitAsync(change));

    protected async Task RefusedAsync(Verdict verdict, params Write[] change) => Assert.Equal(verdict, await Store.Payments.CommitAsync(change));

    protected static async Task<Verdict[]> AllAtOnceAsync(int callers, Func<int, Task<Verdict>> call)
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = Enumerable.Range(0, callers).Select(async i =>
        {
            await go.Task;
            return await call(i);
        }).ToArray();
        go.SetResult();
        return await Task.WhenAll(calls);
    }
}
