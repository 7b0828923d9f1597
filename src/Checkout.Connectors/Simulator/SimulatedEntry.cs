using System.Text.Json.Serialization;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Simulator;

/// <summary>One thing that was done to a charge, or refused. What it comes to later follows from the clock.</summary>
/// <param name="Reference">The reference of the operation that asked for it.</param>
/// <param name="Refusal">Why it was declined; None when it was approved.</param>
/// <param name="FirstStage">How far it was when it was answered.</param>
/// <param name="Settles">When it is done; null: never.</param>
/// <param name="Fails">When it turns out that it failed; null: it does not.</param>
public sealed record SimulatedEntry(
    AttemptKind Kind, string Reference, long AmountMinor, DateTimeOffset At, PaymentReason Refusal, ApprovalStage FirstStage, DateTimeOffset? Settles,
    DateTimeOffset? Fails = null)
{
    [JsonIgnore]
    public bool IsDeclined => Refusal != PaymentReason.None;

    public bool IsDoneAt(DateTimeOffset now) => !IsDeclined && now >= Settles;

    public ApprovalStage StageAt(DateTimeOffset now) => IsDoneAt(now) ? ApprovalStage.Done : FirstStage;

    public static SimulatedEntry Declined(AttemptKind kind, string reference, long minor, DateTimeOffset at, PaymentReason refusal) =>
        new(kind, reference, minor, at, refusal, ApprovalStage.Done, Settles: null);

    public static SimulatedEntry Done(AttemptKind kind, string reference, long minor, DateTimeOffset at) =>
        new(kind, reference, minor, at, PaymentReason.None, ApprovalStage.Done, at);
}
