namespace Checkout.Core.Upstream;

/// <summary>
/// The socket every provider plugs into. Calls never throw for expected trouble: a fault after the first byte is
/// <see cref="ConnectorOutcome.Unknown"/>, before it <see cref="ConnectorOutcome.NotSent"/>.
/// </summary>
public interface IConnector
{
    /// <summary>The word that attempts remember the connector by.</summary>
    string Name { get; }

    /// <summary>The longest time a request of ours can still be acted on after it was sent (PAY-6).</summary>
    TimeSpan Horizon { get; }

    /// <summary>How long a shopper may take on the upstream's page.</summary>
    TimeSpan ShopperLimit { get; }

    Task<ConnectorOutcome> AuthoriseAsync(AuthoriseRequest request, CancellationToken cancellation);

    /// <summary>Captures, cancels or refunds.</summary>
    Task<ConnectorOutcome> FollowUpAsync(FollowUpRequest request, CancellationToken cancellation);

    /// <summary>Asks what became of an operation; only reads.</summary>
    Task<ConnectorOutcome> QueryAsync(QueryRequest request, CancellationToken cancellation);
}

/// <summary>Which connector serves a merchant, and which one served an attempt.</summary>
public interface IConnectors
{
    /// <summary>The connector for a new payment; null when the merchant has none for this kind of payment.</summary>
    IConnector? For(Merchants.Merchant merchant, bool isTest);

    /// <summary>The connector an attempt was sent with.</summary>
    IConnector Named(string name);
}
