using Checkout.Core.Notices;
using Checkout.Core.Storage;

namespace Checkout.Core.Payments;

/// <summary>What a merchant asked to give back; the amount is in minor units of the payment's currency.</summary>
/// <param name="PublicId">One more name of the payment, by which this refund is asked for.</param>
public sealed record RefundOrder(
    int Merchant, long Payment, string Reference, long AmountMinor, string? OriginatorReference, string? Description, string? StatementDescriptor,
    string? PublicId = null);

/// <summary>What came of it. With <see cref="Payments.Refusal.AmountTooHigh"/> the refund is on record as failed.</summary>
public sealed record RefundResult(Refund? Refund, Payment? Payment, Refusal Refusal = Refusal.None);

/// <summary>
/// Gives captured money back, in part or whole. One refund runs at a time; the sum is checked in the commit of the intent, because every
/// change of a payment is conditional on the version its amounts were read from (PAY-8).
/// </summary>
public sealed class RefundPayment(IPaymentStore store, INumbers numbers, FollowUp followUp, TimeProvider clock)
{
    public async Task<RefundResult> RunAsync(RefundOrder order, RequestKey? request = null)
    {
        if (await store.FindAsync(order.Merchant, order.Payment) is not { Purpose: PaymentPurpose.Purchase } payment) return new(null, null, Refusal.NotFound);
        if (await store.FindRefundByReferenceAsync(order.Merchant, order.Reference) is not null) return new(null, payment, Refusal.DuplicateReference);

        var gate = ActionGate.Check(payment, PaymentStatus.Captured, PaymentStatus.PartiallyCaptured, PaymentStatus.PartiallyRefunded, PaymentStatus.DisputeWon);
        if (gate != Refusal.None) return new(null, payment, gate);
        if (payment.RefundOpenMinor > 0) return new(null, payment, Refusal.Busy);
        if (order.AmountMinor <= 0) return new(null, payment, Refusal.AmountInvalid);
        // What was imported was charged elsewhere, and is only history here: nothing is put on record about it.
        if (order.AmountMinor > payment.RefundableMinor && (await store.AttemptsAsync(payment.Merchant, payment.Number)).Count == 0) return new(null, payment, Refusal.WrongState);
        if (order.AmountMinor > payment.RefundableMinor) return await RecordRefusedAsync(order, payment, request);

        var refund = await NewRefundAsync(order, payment, RefundState.Open);
        var result = await followUp.RunAsync(
            AttemptKind.Refund,
            payment,
            order.AmountMinor,
            now => payment.Touch(now) with { RefundOpenMinor = checked(payment.RefundOpenMinor + order.AmountMinor) },
            attempt => [.. ActionGate.Claim(request, payment), new Write.NewRefund(refund with { Attempt = attempt }), .. Name(order), .. NoticeRules.OfNew(refund, payment)]);
        return result.Refusal == Refusal.None ? new(await AfterAsync(order, refund), result.Payment) : new(null, payment, result.Refusal);
    }

    /// <summary>The refund as it stands. It may be done, so a store that cannot be read now does not make it an error (PAY-20).</summary>
    private async ValueTask<Refund?> AfterAsync(RefundOrder order, Refund asked)
    {
        try
        {
            return await store.FindRefundByReferenceAsync(order.Merchant, order.Reference);
        }
        catch (StoreUnavailableException)
        {
            return asked;
        }
    }

    private async Task<RefundResult> RecordRefusedAsync(RefundOrder order, Payment payment, RequestKey? request)
    {
        var refused = await NewRefundAsync(order, payment, RefundState.Failed) with { Reason = PaymentReason.RefundExceedsCaptured };
        var verdict = await store.CommitAsync(
            [.. ActionGate.Claim(request, payment), new Write.NewRefund(refused), .. Name(order), NoticeRules.About(refused, refused.Created)]);
        return verdict == Verdict.Done ? new(refused, payment, Refusal.AmountTooHigh) : new(null, payment, Refusals.Of(verdict));
    }

    private static IEnumerable<Write> Name(RefundOrder order)
    {
        if (order.PublicId is { } id) yield return new Write.NewPublicId(id, order.Merchant, order.Payment);
    }

    private async ValueTask<Refund> NewRefundAsync(RefundOrder order, Payment payment, RefundState state) => new()
    {
        Merchant = order.Merchant,
        Number = await numbers.NextAsync(order.Merchant, NumberKind.Refund),
        Payment = order.Payment,
        Reference = order.Reference,
        OriginatorReference = order.OriginatorReference,
        Description = order.Description,
        StatementDescriptor = order.StatementDescriptor,
        Amount = payment.Amount.With(order.AmountMinor),
        State = state,
        Created = clock.GetUtcNow(),
    };
}
