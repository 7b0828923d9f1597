using Checkout.Core.Money;

namespace Checkout.Core.Payments;

public enum RefundState { Open = 0, Done = 1, Failed = 2 }

/// <summary>Money that goes back: a resource of its own with a number of its own, carried out by one attempt of its payment.</summary>
public sealed record Refund
{
    public required int Merchant { get; init; }

    /// <summary>Unique per merchant among refunds, increasing, at most 2³¹−1.</summary>
    public required long Number { get; init; }

    public required long Payment { get; init; }

    /// <summary>The merchant's own name; unique per merchant among refunds.</summary>
    public required string Reference { get; init; }

    public string? OriginatorReference { get; init; }

    public string? Description { get; init; }

    public string? StatementDescriptor { get; init; }

    public required Amount Amount { get; init; }

    public required RefundState State { get; init; }

    public PaymentReason Reason { get; init; }

    /// <summary>The attempt that carries it out; null when it was refused before anything was sent.</summary>
    public int? Attempt { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was done or came to nothing, as far as we know; null: it is open, or an older version did not write it down.</summary>
    public DateTimeOffset? Ended { get; init; }
}
