namespace Checkout.Storage.Sqlite;

/// <summary>The numbers of one merchant and kind in hand. The next block is fetched when half of this one is used, so that few callers wait.</summary>
/// <param name="fetch">Takes a block and tells its first number.</param>
internal sealed class NumberLine(Func<Task<long>> fetch, int blockSize)
{
    private readonly Lock _gate = new();
    private long _next;
    private long _end;
    private Task<long>? _coming;

    public ValueTask<long> NextAsync() => TryTake(out var number, out var coming) ? ValueTask.FromResult(number) : WaitAsync(coming);

    private async ValueTask<long> WaitAsync(Task<long> coming)
    {
        while (true)
        {
            // A fetch that failed fails those who waited for it; the next caller tries again.
            await coming;
            if (TryTake(out var number, out coming)) return number;
        }
    }

    private bool TryTake(out long number, out Task<long> coming)
    {
        lock (_gate)
        {
            if (_next == _end && _coming is { IsCompletedSuccessfully: true })
            {
                _next = _coming.Result;
                _end = _next + blockSize;
                _coming = null;
            }

            if (_next == _end || _end - _next <= blockSize / 2)
            {
                if (_coming is null or { IsFaulted: true }) _coming = fetch();
            }

            coming = _coming ?? Task.FromResult(0L);
            number = _next;
            if (_next == _end) return false;
            _next++;
            return true;
        }
    }
}
