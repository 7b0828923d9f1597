using Checkout.Connectors.Exchange;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Smart2Pay;

/// <summary>One account at Smart2Pay. What each verb says and hears stands in a file of its own; here they are put together.</summary>
public sealed class Smart2PayConnector : IPaysOut, IBarsCharges, IHearsCallbacks, IProbed
{
    /// <summary>How long a link to their page lives; asked for in every payment, because their own default is a setting of the site.</summary>
    public const int LinkMinutes = 15;

    private static readonly TimeSpan ThreeDSecure = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(5);

    private readonly Smart2PayAccount _account;
    private readonly Authorising _authorising;
    private readonly FollowingUp _followingUp;
    private readonly Asking _asking;
    private readonly Barring _barring;
    private readonly PayingOut _payingOut;
    private readonly Callbacks _callbacks;
    private readonly Probe _probe;

    public Smart2PayConnector(UpstreamHttp http, Smart2PayAccount account, TimeProvider clock)
    {
        var calls = new Calls(http, account);
        _account = account;
        _authorising = new Authorising(calls, account);
        _asking = new Asking(calls, account);
        _followingUp = new FollowingUp(calls, _asking, account);
        _barring = new Barring(calls, account);
        _payingOut = new PayingOut(calls, account);
        _callbacks = new Callbacks(account);
        _probe = new Probe(calls, clock);
    }

    public string Name => _account.Name;

    public CardEntry Entry => _account.Entry;

    public bool HoldsMoney => true;

    public bool KeepsTokens => true;

    /// <summary>A payment can be cancelled there once it is authorised; before that only the shopper or the link's time ends it.</summary>
    public bool CancelsOpenCharges => false;

    public TimeSpan Horizon => TimeSpan.FromMinutes(LinkMinutes) + ThreeDSecure + Lag;

    public TimeSpan ShopperLimit => Horizon;

    /// <summary>They repeat a message until they hear "no content".</summary>
    public int ReceivedStatus => 204;

    public Task<ConnectorOutcome> AuthoriseAsync(AuthoriseRequest request, CancellationToken cancellation) =>
        request.IsCheck ? _authorising.CheckAsync(request, cancellation) : _authorising.PayAsync(request, cancellation);

    public Task<ConnectorOutcome> FollowUpAsync(FollowUpRequest request, CancellationToken cancellation) => _followingUp.RunAsync(request, cancellation);

    public Task<ConnectorOutcome> QueryAsync(QueryRequest request, CancellationToken cancellation) => _asking.RunAsync(request, cancellation);

    public Task<ConnectorOutcome> PayOutAsync(PayOutRequest request, CancellationToken cancellation) => _payingOut.SendAsync(request, cancellation);

    public Task<ConnectorOutcome> QueryPayOutAsync(PayOutQuery query, CancellationToken cancellation) => _payingOut.QueryAsync(query, cancellation);

    public Task<ConnectorOutcome> BarAsync(BarRequest request, CancellationToken cancellation) => _barring.RunAsync(request, cancellation);

    public CallbackReading Read(CallbackMessage message) => _callbacks.Read(message);

    public Task<string?> ProbeAsync(CancellationToken cancellation) => _probe.RunAsync(cancellation);
}
