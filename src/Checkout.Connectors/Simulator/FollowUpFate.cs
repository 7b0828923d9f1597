using Checkout.Core.Payments;

namespace Checkout.Connectors.Simulator;

/// <summary>
/// What goes wrong with a capture, cancel or refund. <c>ReplyLost</c>: it is done, and its answer is lost. <c>Refused</c>: it is declined, where it was
/// asked for by itself. <c>Slow</c>: it is requested, and done later. <c>FailsLater</c>: it is requested, and later it turns out that it failed.
/// </summary>
public enum FollowUpTrouble { ReplyLost, Refused, Slow, FailsLater }

/// <summary>What a scenario does to the operations that follow a charge.</summary>
/// <param name="Kind">Capture, cancel or refund.</param>
/// <param name="Takes">How long a slow or failing one takes.</param>
public sealed record FollowUpFate(AttemptKind Kind, FollowUpTrouble Trouble, TimeSpan Takes = default);
