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
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    private readonly PaymentLine _payments = new(random);
    private readonly TokenLine _tokens = new(numbers, vault, clock, random);

    public async ValueTask<ReadLine> ReadAsync(string line)
    {
        List<string> faults = [];
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            var import = await ReadAsync(document.RootElement, faults);
            return import is null ? new ReadLine(null, string.Join("; ", faults)) : new ReadLine(import, null);
        }
        // A half of a surrogate pair is valid JSON, but no text.
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return new ReadLine(null, "is no JSON that can be read");
        }
    }

    private async ValueTask<Imported?> ReadAsync(JsonElement root, List<string> faults)
    {
        if (root.ValueKind != JsonValueKind.Object || root.GetPropertyCount() != 1 || root.EnumerateObject().First() is not { Value.ValueKind: JsonValueKind.Object } resource)
        {
            faults.Add("must be an object with one resource: Payment, Refund, Payout or CreditCardToken");
            return null;
        }

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
            "CreditCardToken" => await _tokens.ReadAsync(line, merchant, register.Accounts, faults),
            _ => Unknown(faults),
        };
    }

    private static Imported? Unknown(List<string> faults)
    {
        faults.Add("must be a Payment, Refund, Payout or CreditCardToken");
        return null;
    }
}
