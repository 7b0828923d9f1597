using Checkout.Core.Storage;

namespace Checkout.Simulation.Memory;

/// <summary>Numbers in memory; merchants see payments from 100001 on.</summary>
internal sealed class MemoryNumbers : INumbers
{
    private const long FirstPayment = 100_001;

    private readonly Lock _door = new();
    private readonly Dictionary<(int Merchant, NumberKind Kind), long> _next = [];

    public ValueTask<long> NextAsync(int merchant, NumberKind kind)
    {
        lock (_door)
        {
            var next = _next.GetValueOrDefault((merchant, kind), kind == NumberKind.Payment ? FirstPayment : 1);
            _next[(merchant, kind)] = next + 1;
            return new(next);
        }
    }
}
