using Checkout.Connectors.Exchange;
using Checkout.Connectors.Smart2Pay.Wire;

namespace Checkout.Connectors.Smart2Pay;

/// <summary>Tries the account without a payment: asks for one line of its list.</summary>
internal sealed class Probe(Calls calls, TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <returns>Null when all is well, else a sentence for the operator.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        return await calls.GetAsync("/v1/payments?limit=1", either.Token) switch
        {
            Reply.Fault { IsSent: false } => "No connection can be made to the provider.",
            Reply.Answer { Status: 401 } => "The provider refuses the site and its key.",
            Reply.Answer { IsSuccess: true } answer when answer.Body.List("Payments") is not null => null,
            Reply.Answer => "What answers there is not a GlobalPay API.",
            Reply.Fault => "The provider gave no answer that can be read.",
            _ => throw new InvalidOperationException("A reply is an answer or a fault."),
        };
    }
}
