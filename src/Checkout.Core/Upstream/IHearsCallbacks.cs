using Checkout.Core.Money;

namespace Checkout.Core.Upstream;

/// <summary>A message an upstream sent us by itself, as it came over the wire.</summary>
/// <param name="Authorization">The header of that name.</param>
/// <param name="Signature">The <c>X-Signature</c> header.</param>
public sealed record CallbackMessage(string? Authorization, string? Signature, ReadOnlyMemory<byte> Body)
{
    /// <summary>The proof opens doors, so it is not printed.</summary>
    public override string ToString() => $"callback of {Body.Length} bytes";
}

/// <summary>What a message says. It never settles anything: the upstream is asked (PAY-16).</summary>
public abstract record CallbackReading
{
    private CallbackReading()
    {
    }

    /// <summary>Its proof is missing or wrong: somebody else may have sent it.</summary>
    public sealed record NotAuthentic : CallbackReading;

    /// <summary>The proof is right, but nobody can tell what it is about.</summary>
    public sealed record Unreadable : CallbackReading;

    /// <summary>The proof is right, and what it tells comes with a message about one of our operations too: nothing is to be asked.</summary>
    public sealed record Besides : CallbackReading;

    /// <summary>It is about one of our operations.</summary>
    /// <param name="Reference">Our name for it.</param>
    /// <param name="Amount">What it says was asked for, to be compared; null when it does not say.</param>
    public sealed record About(string Reference, Amount? Amount) : CallbackReading;
}

/// <summary>A connector whose upstream tells us of changes by itself.</summary>
public interface IHearsCallbacks
{
    /// <summary>The HTTP status that tells this upstream that its message has arrived.</summary>
    int ReceivedStatus { get; }

    CallbackReading Read(CallbackMessage message);
}

/// <summary>A connector that can be tried without a payment.</summary>
public interface IProbed
{
    /// <summary>Asks the upstream something harmless with our credentials.</summary>
    /// <returns>Null when all is well, else a sentence for the operator.</returns>
    Task<string?> ProbeAsync(CancellationToken cancellation);
}
