using System.Collections.Frozen;
using System.Text.Json;
using Checkout.Core.Chance;
using Checkout.Core.Merchants;
using Checkout.Core.Providers;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Smart2Pay.Import;

/// <summary>What a line holds, or what is wrong with it.</summary>
public sealed record ReadLine(Imported? Import, string? Fault);

/// <summary>For whom is imported, and through which accounts their cards are charged.</summary>
public sealed record ImportRegister(IReadOnlyDictionary<int, Merchant> Merchants, IReadOnlyList<ProviderAccount> Accounts);

/// <summary>Reads lines of an import: one resource each, in the shape in which the dialect answers it (design §8).</summary>
public sealed class ImportReader(ImportRegister register, INumbers numbers, IVault vault, TimeProvider clock, IRandomSource random)
{
    private const string Unreadable = "is no JSON that can be read";

    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(["Payment", "Refund", "Payout", "CreditCardToken"]);

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    private readonly PaymentLine _payments = new(random);
    private readonly TokenLine _tokens = new(numbers, vault, clock, random);

    public async ValueTask<ReadLine> ReadAsync(string line)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line, Strict);
        }
        catch (JsonException)
        {
            return new ReadLine(null, Unreadable);
        }

        using (document)
        {
            if (FaultOf(document.RootElement) is { } fault) return new ReadLine(null, fault);
            List<string> faults = [];
            var import = await ReadAsync(document.RootElement.EnumerateObject().First(), faults);
            return import is null ? new ReadLine(null, string.Join("; ", faults)) : new ReadLine(import, null);
        }
    }

    /// <summary>Nothing of the line is said before its name is known, and nothing but places before it is known to hold no card number.</summary>
    private static string? FaultOf(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || root.GetPropertyCount() != 1 || root.EnumerateObject().First() is not { Value.ValueKind: JsonValueKind.Object } resource)
            return "must be an object with one resource: Payment, Refund, Payout or CreditCardToken";
        try
        {
            if (!Kinds.Contains(resource.Name)) return "must be a Payment, Refund, Payout or CreditCardToken";
            return LineSearch.Find(resource.Name, resource.Value) is { } place ? $"{place} must not hold a card number: an import takes none" : null;
        }
        // A half of a surrogate pair is valid JSON, but no text. Here every text of the line is read once, so that nothing later can stumble over it.
        catch (InvalidOperationException)
        {
            return Unreadable;
        }
    }

    private async ValueTask<Imported?> ReadAsync(JsonProperty resource, List<string> faults)
    {
        var line = new LineFields(resource.Value, resource.Name, faults);
        if (!register.Merchants.TryGetValue((int)line.Number("SiteID", 1, int.MaxValue), out var merchant))
        {
            if (faults.Count == 0) line.Fail("SiteID", "must be a merchant's, see merchant list");
            return null;
        }

        return resource.Name switch
        {
            "Payment" => _payments.Read(line, merchant, faults) is { } payment ? new Imported.OfPayment(payment) : null,
            "Refund" => RefundLine.Read(line, merchant, faults) is { } refund ? new Imported.OfRefund(refund) : null,
            "Payout" => PayoutLine.Read(line, merchant, faults) is { } payout ? new Imported.OfPayout(payout) : null,
            _ => await _tokens.ReadAsync(line, merchant, register.Accounts, faults),
        };
    }
}
