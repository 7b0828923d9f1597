using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using Checkout.Simulation.Rooms;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Planted;

/// <summary>Nobody looks after what is due.</summary>
internal sealed class NobodyLooks : PlantedFault
{
    public override string Name => "nobody asks again";

    public override IPaymentStore Payments(IPaymentStore store, World world) => new Faulty(store);

    private sealed class Faulty(IPaymentStore store) : PassingPayments(store)
    {
        public override ValueTask<IReadOnlyList<Attempt>> DueAttemptsAsync(DateTimeOffset now, int limit) => new([]);
    }
}

/// <summary>What has come to nothing is forgotten.</summary>
internal sealed class NobodyWatches : PlantedFault
{
    public override string Name => "what came to nothing is not looked at again";

    public override IPaymentStore Payments(IPaymentStore store, World world) => new Faulty(store);

    private sealed class Faulty(IPaymentStore store) : PassingPayments(store)
    {
        public override async ValueTask<IReadOnlyList<Attempt>> DueAttemptsAsync(DateTimeOffset now, int limit) =>
            [.. (await Store.DueAttemptsAsync(now, limit)).Where(Core.Payments.Settling.Settlement.IsUnsettled)];
    }
}

/// <summary>Links never lapse.</summary>
internal sealed class NothingLapses : PlantedFault
{
    public override string Name => "links never lapse";

    public override IPaymentStore Payments(IPaymentStore store, World world) => new Faulty(store);

    private sealed class Faulty(IPaymentStore store) : PassingPayments(store)
    {
        public override ValueTask<IReadOnlyList<Payment>> LapsedAsync(DateTimeOffset now, int limit) => new([]);
    }
}

/// <summary>A row is found by its number alone.</summary>
internal sealed class MerchantIgnored : PlantedFault
{
    public override string Name => "a merchant reads another's payment";

    public override IPaymentStore Payments(IPaymentStore store, World world) => new Faulty(store);

    private sealed class Faulty(IPaymentStore store) : PassingPayments(store)
    {
        public override async ValueTask<Payment?> FindAsync(int merchant, long payment) =>
            await Store.FindAsync(SimulatedMerchants.Second, payment) ?? await Store.FindAsync(merchant, payment);
    }
}

/// <summary>What others have refunded meanwhile is not seen, and the store is not asked to mind.</summary>
internal sealed class RefundsUnseen : PlantedFault
{
    public override string Name => "the sum of refunds is not minded";

    public override IPaymentStore Payments(IPaymentStore store, World world) => new Faulty(store);

    private sealed class Faulty(IPaymentStore store) : PassingPayments(store)
    {
        public override async ValueTask<Payment?> FindAsync(int merchant, long payment) =>
            await Store.FindAsync(merchant, payment) is { } found ? found with { RefundedMinor = 0, RefundOpenMinor = 0, Status = found.Status == PaymentStatus.Refunded ? PaymentStatus.PartiallyRefunded : found.Status } : null;
    }
}

/// <summary>Attempts are asked about at another upstream than the one they went to.</summary>
internal sealed class WrongUpstream : PlantedFault
{
    public override string Name => "another upstream is asked";

    public override IConnectors Connectors(IConnectors connectors) => new Faulty((SimulatedConnectors)connectors);

    private sealed class Faulty(SimulatedConnectors connectors) : IConnectors
    {
        public IReadOnlyList<IConnector> For(Checkout.Core.Merchants.Merchant merchant, bool isTest) => connectors.For(merchant, isTest);

        public IConnector Named(int merchant, string name) => connectors.OtherThan(name);
    }
}

/// <summary>Nobody looks whether a request was seen before.</summary>
internal sealed class RequestsForgotten : PlantedFault
{
    public override string Name => "an answer is given to a request that was answered otherwise";

    public override IRequestStore Requests(IRequestStore store) => new Faulty(store);

    private sealed class Faulty(IRequestStore store) : IRequestStore
    {
        public ValueTask<SeenRequest?> FindAsync(int merchant, string endpoint, string key) => new((SeenRequest?)null);

        public Task<bool> AnswerAsync(RequestKey key, long? payment, int status, byte[] body, DateTimeOffset at) => store.AnswerAsync(key, payment, status, body, at);
    }
}

/// <summary>How much time has passed is told by the clock on the wall, which people set.</summary>
internal sealed class NothingSteady : PlantedFault
{
    public override string Name => "time is measured by a clock that is set";

    public override TimeProvider Clock(TimeProvider clock) => new Faulty(clock);

    private sealed class Faulty(TimeProvider clock) : TimeProvider
    {
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override long GetTimestamp() => GetUtcNow().UtcTicks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
    }
}

/// <summary>A clock that goes twenty times too fast.</summary>
internal sealed class ClockAhead : PlantedFault
{
    public override string Name => "a clock runs ahead";

    public override TimeProvider Clock(TimeProvider clock) => new Faulty(clock);

    private sealed class Faulty(TimeProvider clock) : TimeProvider
    {
        private readonly DateTimeOffset _start = clock.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => _start + ((clock.GetUtcNow() - _start) * 20);

        // A clock that runs ahead takes what is measured by it along.
        public override long TimestampFrequency => clock.TimestampFrequency;

        public override long GetTimestamp() => clock.GetTimestamp() * 20;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
    }
}
