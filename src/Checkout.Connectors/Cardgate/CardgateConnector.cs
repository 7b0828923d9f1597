using Checkout.Connectors.Exchange;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Cardgate;

/// <summary>Charges through a Corefy-style provider: invoices under our references, its hosted page, or its card gate.</summary>
public sealed class CardgateConnector : IConnector, IBarsCharges, IHearsCallbacks, IProbed
{
    /// <summary>How long an invoice can be paid; asked for in each, so that it is no secret of the account's settings.</summary>
    private static readonly TimeSpan InvoiceLife = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan InstantLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AtTheBank = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(5);

    private readonly CardgateAccount _account;
    private readonly TimeProvider _clock;
    private readonly InvoiceSearch _search;
    private readonly CardgateCharges _charges;
    private readonly CardgateRefunds _refunds;
    private readonly CardgateBar _bar;

    public CardgateConnector(UpstreamHttp http, CardgateAccount account, TimeProvider clock)
    {
        (_account, _clock) = (account, clock);
        var requests = new CardgateRequests(account);
        _search = new InvoiceSearch(http, requests);
        _charges = new CardgateCharges(http, requests, _search);
        _refunds = new CardgateRefunds(http, requests, _search);
        _bar = new CardgateBar(http, requests);
    }

    public string Name => _account.Name;

    public CardEntry Entry => _account.Entry;

    public bool HoldsMoney => false;

    public bool KeepsTokens => true;

    public bool CancelsOpenCharges => false;

    public TimeSpan Horizon => InvoiceLife + AtTheBank + Lag;

    public TimeSpan ShopperLimit => Horizon;

    /// <summary>Only the exact status 200 counts there.</summary>
    public int ReceivedStatus => 200;

    public async Task<ConnectorOutcome> AuthoriseAsync(AuthoriseRequest request, CancellationToken cancellation)
    {
        // A charge takes the money at once, so neither a check nor a hold may become one.
        if (request.IsCheck || !request.Capture) return new ConnectorOutcome.Declined(PaymentReason.NotPermitted);
        if (CardgateOrder.Of(request, Entry) is not { } order) return new ConnectorOutcome.Declined(PaymentReason.TokenNotAvailable);
        return await _charges.RunAsync(order, _clock.GetUtcNow() + (order.Way == CardgateWay.Instant ? InstantLife : InvoiceLife), cancellation);
    }

    public async Task<ConnectorOutcome> FollowUpAsync(FollowUpRequest request, CancellationToken cancellation) =>
        request.Kind == AttemptKind.Refund ? await _refunds.RunAsync(request, cancellation) : new ConnectorOutcome.Declined(PaymentReason.NotPermitted);

    public async Task<ConnectorOutcome> QueryAsync(QueryRequest request, CancellationToken cancellation) => request.Kind switch
    {
        AttemptKind.Authorise => await AskAsync(request, cancellation),
        AttemptKind.Refund => await _refunds.AskAsync(request, cancellation),
        AttemptKind.Verify or AttemptKind.Capture or AttemptKind.Cancel or AttemptKind.Accept => new ConnectorOutcome.NotFound(),
    };

    public async Task<ConnectorOutcome> BarAsync(BarRequest request, CancellationToken cancellation) =>
        await _bar.RunAsync(request, _clock.GetUtcNow() + CardgateBar.Life, cancellation);

    public CallbackReading Read(CallbackMessage message) => CallbackMail.Read(message, _account.Secret);

    public async Task<string?> ProbeAsync(CancellationToken cancellation) => await _search.ProbeAsync(cancellation);

    private async Task<ConnectorOutcome> AskAsync(QueryRequest request, CancellationToken cancellation)
    {
        var found = await _search.FindAsync(request.UpstreamId, request.Reference, cancellation);
        if (found.Invoice is { } bar && CardgateBar.Is(bar, request.Reference)) return new ConnectorOutcome.Barred();
        return found.Invoice is { } invoice ? InvoiceReading.Of(invoice, request.Reference, MayVisit(invoice, request)) : found.Otherwise;
    }

    /// <summary>
    /// We know their name for an undecided charge only after we sent a shopper there, so it is still with the shopper. Without it the answer
    /// to us was lost: then the shopper can go on there where it is for their page, or where the bank waits; a sale of ours stays in doubt.
    /// </summary>
    private bool MayVisit(Invoice invoice, QueryRequest request) =>
        Invoice.IsId(request.UpstreamId) || invoice.WaitsForBank || (invoice.IsForTheirPage ?? Entry == CardEntry.Theirs);
}
