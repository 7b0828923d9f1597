using Checkout.Connectors.Simulator;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Connectors.Simulator;

/// <summary>The simulator with books and a clock of its own.</summary>
public sealed class SimulatorRig
{
    public SimulatorRig(SimulatorOptions? options = null)
    {
        options ??= Immediate;
        Connector = new SimulatorConnector(Books, options, Clock);
        Bank = new SimulatedBank(Books, options, Clock);
        Ledger = new SimulatorLedger(Books, Clock);
    }

    public static SimulatorOptions Immediate => new(() => "http://127.0.0.1:5080");

    public static SimulatorOptions Deferred => Immediate with { Capture = SimulatorCapture.Deferred, SettleAfter = TimeSpan.FromSeconds(3) };

    public MemoryBooks Books { get; } = new();

    public TestClock Clock { get; } = new();

    public SimulatorConnector Connector { get; }

    public SimulatedBank Bank { get; }

    public SimulatorLedger Ledger { get; }

    public Task<ConnectorOutcome> SendAsync(ExamOrder order) => Connector.AuthoriseAsync(order.Request(), CancellationToken.None);

    public Task<ConnectorOutcome> SendAsync(FollowUpRequest request) => Connector.FollowUpAsync(request, CancellationToken.None);

    public Task<ConnectorOutcome> AskAsync(ExamOrder order) => Connector.QueryAsync(order.Query(), CancellationToken.None);

    public Task<ConnectorOutcome> AskAsync(FollowUpRequest request) =>
        Connector.QueryAsync(new QueryRequest(request.Merchant, request.Kind, request.Reference, request.Target), CancellationToken.None);

    /// <summary>The ledger in short: <c>authorise approved 2599, capture approved 2599</c>.</summary>
    public async Task<string> LedgerAsync(string reference) =>
        string.Join(", ", (await Ledger.ReadAsync(ExamOrder.Merchant, reference)).Select(l => $"{l.Kind} {l.State} {l.Amount}"));
}
