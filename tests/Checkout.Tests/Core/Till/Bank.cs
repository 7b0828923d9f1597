using Checkout.Core.Merchants;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Core.Till;

/// <summary>An upstream that says what the test tells it to, in order, and remembers what it was asked.</summary>
internal sealed class Bank(string name = "bank") : IPaysOut, IConnectors
{
    private readonly Queue<ConnectorOutcome> _says = new();

    public string Name => name;

    public CardEntry Entry { get; init; }

    public bool HoldsMoney { get; init; } = true;

    public bool KeepsTokens { get; init; }

    public bool CancelsOpenCharges { get; init; }

    public TimeSpan Horizon => TimeSpan.FromMinutes(15);

    public TimeSpan ShopperLimit => Horizon;

    public List<AuthoriseRequest> Charges { get; } = [];

    /// <summary>The digits that came with each charge, for they are wiped afterwards.</summary>
    public List<(string? Number, string? Code)> Digits { get; } = [];

    public List<FollowUpRequest> FollowUps { get; } = [];

    public List<string> Questions { get; } = [];

    public List<PayOutRequest> Payouts { get; } = [];

    /// <summary>What happens when something arrives, before it is answered.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public bool IsClosed { get; set; }

    public Bank Says(params ConnectorOutcome[] outcomes)
    {
        foreach (var outcome in outcomes) _says.Enqueue(outcome);
        return this;
    }

    public Task<ConnectorOutcome> AuthoriseAsync(AuthoriseRequest request, CancellationToken cancellation)
    {
        Charges.Add(request);
        Digits.Add((request.Card is { } card ? card.Number.Reveal().ToString() : null, request.Code is { } code ? code.Reveal().ToString() : null));
        return AnswerAsync();
    }

    public Task<ConnectorOutcome> FollowUpAsync(FollowUpRequest request, CancellationToken cancellation)
    {
        FollowUps.Add(request);
        return AnswerAsync();
    }

    public Task<ConnectorOutcome> QueryAsync(QueryRequest request, CancellationToken cancellation)
    {
        Questions.Add(request.Reference);
        return AnswerAsync();
    }

    public Task<ConnectorOutcome> PayOutAsync(PayOutRequest request, CancellationToken cancellation)
    {
        Payouts.Add(request);
        Digits.Add((request.Card is { } card ? card.Number.Reveal().ToString() : null, null));
        return AnswerAsync();
    }

    public Task<ConnectorOutcome> QueryPayOutAsync(PayOutQuery query, CancellationToken cancellation)
    {
        Questions.Add(query.Reference);
        return AnswerAsync();
    }

    public IReadOnlyList<IConnector> For(Merchant merchant, bool isTest) => IsClosed ? [] : [this];

    public IConnector Named(int merchant, string connector) => this;

    private async Task<ConnectorOutcome> AnswerAsync()
    {
        await Meanwhile();
        return _says.TryDequeue(out var outcome) ? outcome : throw new Xunit.Sdk.XunitException("The bank was asked once too often.");
    }
}
