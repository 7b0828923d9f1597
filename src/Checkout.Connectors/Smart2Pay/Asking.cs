using Checkout.Connectors.Exchange;
using Checkout.Connectors.Smart2Pay.Wire;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Connectors.Smart2Pay;

/// <summary>A payment that was found, or what its absence means.</summary>
internal readonly record struct Finding(Resource? Payment, ConnectorOutcome? Instead = null);

/// <summary>
/// Asks what became of an operation. Where only our reference is known, a list gives their id first: what a list shows of a payment is too
/// little to decide on.
/// </summary>
internal sealed class Asking(Calls calls, Smart2PayAccount account)
{
    public async Task<ConnectorOutcome> RunAsync(QueryRequest request, CancellationToken cancellation)
    {
        // A card check moves no money and is on no list: there is nothing to be asked about.
        if (request.Kind == AttemptKind.Verify) return new NotFound();

        var charge = request.Kind == AttemptKind.Authorise ? request.Reference : request.Target ?? request.Reference;
        var finding = await FindAsync(charge, request.UpstreamId, cancellation);
        if (finding.Payment is not { } payment) return finding.Instead!;
        return request.Kind switch
        {
            AttemptKind.Authorise when Barring.IsBar(payment) => new Barred(),
            AttemptKind.Authorise or AttemptKind.Verify => StatusReading.OfCharge(payment, request.Captures, account.Url),
            AttemptKind.Capture => StatusReading.OfCapture(payment, request.Amount),
            AttemptKind.Cancel => StatusReading.OfCancel(payment),
            AttemptKind.Accept => StatusReading.OfAccept(payment),
            AttemptKind.Refund => await RefundAsync(payment.Id!, request.Reference, cancellation),
        };
    }

    /// <summary>A payment of ours in full.</summary>
    /// <param name="reference">Our name for it.</param>
    /// <param name="id">Their name for it, where it is known.</param>
    /// <param name="cancellation">Ends the question.</param>
    public async Task<Finding> FindAsync(string reference, string? id, CancellationToken cancellation)
    {
        if (id is not null) return await ReadAsync(reference, id, cancellation);

        var (ids, instead) = await ListAsync(reference, cancellation);
        if (ids is null) return new Finding(null, instead);
        var found = await ReadAsync(reference, ids[0], cancellation);
        foreach (var other in ids.Skip(1))
        {
            if (found.Payment is not { } payment) break;
            var next = await ReadAsync(reference, other, cancellation);
            // Beside what it was to keep out a bar says nothing: there, a reference could be taken twice.
            if (next.Payment is not { } second || Barring.IsBar(payment)) found = next;
            else if (!Barring.IsBar(second)) found = Unknown(ConnectorFault.WrongReference);
        }

        return found;
    }

    private async Task<Finding> ReadAsync(string reference, string id, CancellationToken cancellation)
    {
        var reply = await calls.GetAsync($"/v1/payments/{Uri.EscapeDataString(id)}", cancellation);
        if (reply is not Reply.Answer answer) return Fault(reply);
        if (!answer.IsSuccess || Resource.In(answer.Body, "Payment") is not { } payment) return Unknown(ConnectorFault.UnreadableAnswer);
        return payment.Reference == reference && payment.Site == account.Site && payment.Id == id ? new Finding(payment) : Unknown(ConnectorFault.WrongReference);
    }

    /// <summary>Their names for what has our reference, or why there are none.</summary>
    private async Task<(List<string>? Ids, ConnectorOutcome? Instead)> ListAsync(string reference, CancellationToken cancellation)
    {
        var reply = await calls.GetAsync($"/v1/payments?merchantTransactionID={Uri.EscapeDataString(reference)}&limit=2", cancellation);
        if (reply is not Reply.Answer answer) return (null, ((Reply.Fault)reply).Outcome);
        if (!answer.IsSuccess || answer.Body.List("Payments") is not { } items) return (null, new Unknown(ConnectorFault.UnreadableAnswer));
        if (items.Count == 0) return (null, new NotFound());

        // A list of others only means that the filter was not understood.
        var ours = items.Select(item => new Resource(item)).Where(item => item.Reference == reference && item.Site == account.Site).Select(item => item.Id).OfType<string>().ToList();
        return ours.Count == 0 ? (null, new Unknown(ConnectorFault.WrongReference)) : (ours, null);
    }

    private async Task<ConnectorOutcome> RefundAsync(string payment, string reference, CancellationToken cancellation)
    {
        var reply = await calls.GetAsync($"/v1/payments/{payment}/refunds", cancellation);
        if (reply is not Reply.Answer answer) return ((Reply.Fault)reply).Outcome;
        if (!answer.IsSuccess || answer.Body.List("Refunds") is not { } items) return new Unknown(ConnectorFault.UnreadableAnswer);

        var ours = items.Select(item => new Resource(item)).FirstOrDefault(item => item.Reference == reference);
        if (ours is null) return new NotFound();
        return ours.Site == account.Site && ours.Payment == payment ? StatusReading.OfRefund(ours) : new Unknown(ConnectorFault.WrongReference);
    }

    private static Finding Fault(Reply reply) => new(null, ((Reply.Fault)reply).Outcome);

    private static Finding Unknown(ConnectorFault fault) => new(null, new Unknown(fault));
}
