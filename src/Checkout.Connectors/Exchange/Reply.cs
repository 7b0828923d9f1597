using System.Text.Json;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Exchange;

/// <summary>What came of one request to an upstream.</summary>
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>A JSON object came back with a status that may decide something: 2xx or 4xx, but never 408, 409 or 429.</summary>
    public sealed record Answer(int Status, JsonElement Body) : Reply
    {
        public bool IsSuccess => Status is >= 200 and < 300;

        /// <summary>A body may hold a token or a bearer, so it is not printed.</summary>
        public override string ToString() => $"answer {Status}";
    }

    /// <summary>Nothing that decides anything came back.</summary>
    /// <param name="IsSent">Something may have left this machine.</param>
    public sealed record Fault(ConnectorFault What, bool IsSent) : Reply
    {
        public ConnectorOutcome Outcome => IsSent ? new ConnectorOutcome.Unknown(What) : new ConnectorOutcome.NotSent(What);
    }
}
