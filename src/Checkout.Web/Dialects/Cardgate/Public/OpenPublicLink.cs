using Checkout.Core.Desk;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Dialects.Link;
using Checkout.Web.Pages.Pay.Wishes;
using Microsoft.Extensions.Primitives;

namespace Checkout.Web.Dialects.Cardgate.Public;

/// <summary>
/// Opens the payment of a link that names the merchant by its public key (§13.2). The same reference opens the same payment while it can be
/// paid, and only if such a link made it: what the merchant's own server made is shown to nobody who merely knows its reference.
/// </summary>
public sealed class OpenPublicLink(PublicDoor door, PublicOrderReader reader, CreatePublicInvoice create, TurnReader turns, CardgateTools tools)
{
    public async Task<OpenedLink> RunAsync(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var (document, twice) = QueryDocument.Read(query);
        using var request = document;
        if (request is null) return Faulty(twice);
        var (caller, _) = door.Enter(request.Data[PublicAttributes.Key]);
        if (caller is null) return Faulty(PublicAttributes.Key.Name);

        var asked = WithLook(reader.Read(request, caller), query);
        var opened = asked.Checks.Faults is [var fault, ..] ? Faulty(NameOf(fault)) : await OpenAsync(caller, asked);
        return opened with { Merchant = caller.Merchant };
    }

    /// <summary>A colour that cannot be read is left out: a sale is worth more than it.</summary>
    private static AskedInvoice WithLook(AskedInvoice asked, IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var look = WishReader.ReadLink([.. query.Select(q => KeyValuePair.Create(q.Key, q.Value.ToString()))]);
        return asked with { Details = asked.Details with { Page = look.Kept, Language = look.Language } };
    }

    private async Task<OpenedLink> OpenAsync(PublicCaller caller, AskedInvoice asked)
    {
        if (asked.Reference is { } reference && await create.FindAsync(caller, reference) is { } earlier) return Again(earlier, asked);
        var (payment, refusal) = await create.RunAsync(caller, asked);
        if (payment is not null) return new OpenedLink(turns.LinkOf(payment));
        // Another tab may have been quicker.
        if (refusal == Refusal.DuplicateReference && await create.FindAsync(caller, asked.Reference!) is { } other) return Again(other, asked);
        return new OpenedLink(null, LinkFault.NoProvider);
    }

    private OpenedLink Again(Payment payment, AskedInvoice asked)
    {
        var isOver = PaymentMoves.IsOverForShopper(payment.Status) || (payment.Status == PaymentStatus.Open && payment.IsLapsedAt(tools.Now));
        if (CardgateNotes.Of(payment) is not { IsPublic: true } || isOver) return new OpenedLink(null, LinkFault.Used, PublicAttributes.Reference.Name);
        return payment.Amount == asked.Amount ? new OpenedLink(turns.LinkOf(payment)) : new OpenedLink(null, LinkFault.OtherPayment, PublicAttributes.Reference.Name);
    }

    private static OpenedLink Faulty(string? parameter) => new(null, LinkFault.InvalidParameter, parameter);

    /// <summary>As it stands in the address: <c>customer[email]</c>.</summary>
    private static string NameOf(Fault fault) => fault.Pointer!.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var first, .. var inner]
        ? first + string.Concat(inner.Select(step => $"[{step}]"))
        : "";
}
