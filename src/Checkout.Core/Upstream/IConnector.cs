namespace Checkout.Core.Upstream;

/// <summary>
/// The socket every provider plugs into. Calls never throw for expected trouble: a fault after the first byte is
/// <see cref="ConnectorOutcome.Unknown"/>, before it <see cref="ConnectorOutcome.NotSent"/>.
/// </summary>
public interface IConnector
{
    /// <summary>The word that attempts and tokens remember the connector by; unique per merchant.</summary>
    string Name { get; }

    /// <summary>Who collects the card.</summary>
    CardEntry Entry { get; }

    /// <summary>Money can be held first and taken later. False: a charge takes it at once, so nothing else may be asked for.</summary>
    bool HoldsMoney { get; }

    /// <summary>The upstream keeps cards and gives tokens for them.</summary>
    bool KeepsTokens { get; }

    /// <summary>
    /// A cancel by reference is accepted also for a charge that waits for its shopper or has not arrived yet. False: what is open there ends
    /// by the shopper or by its own time only.
    /// </summary>
    bool CancelsOpenCharges { get; }

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
    /// <summary>The connectors for new payments in their order, the first takes them; none when the merchant has none for this kind of payment.</summary>
    IReadOnlyList<IConnector> For(Merchants.Merchant merchant, bool isTest);

    /// <summary>The connector an attempt was sent with, also when it takes no new payments any more.</summary>
    IConnector Named(int merchant, string name);
}
