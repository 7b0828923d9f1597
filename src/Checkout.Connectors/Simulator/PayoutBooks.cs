using System.Text.Json;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Simulator;

/// <summary>Payouts in the connector's books: one page each, apart from charges, whose merchant may use the same reference.</summary>
internal sealed class PayoutBooks(IConnectorBooks books)
{
    private const string Shelf = "payout:";

    /// <summary>Writes a payout that is not there yet.</summary>
    /// <returns>The one that is there.</returns>
    public async Task<SimulatedPayout> KeepAsync(int merchant, SimulatedPayout payout)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(payout, SimulatorJson.Default.SimulatedPayout);
        var page = new BookPage(merchant, payout.Reference, Shelf + payout.MerchantReference, 0, text);
        if (await books.WriteAsync(page)) return payout;
        return await FindAsync(merchant, payout.Reference) ?? throw new InvalidDataException($"Page {payout.Reference} of the simulator's books is there and cannot be found.");
    }

    public async ValueTask<SimulatedPayout?> FindAsync(int merchant, string reference) => await books.FindAsync(merchant, reference) is { } page ? Read(page) : null;

    /// <summary>The payouts under the merchant's own reference, or the one of ours.</summary>
    public async ValueTask<IReadOnlyList<SimulatedPayout>> OfAsync(int merchant, string reference)
    {
        var pages = await books.GroupAsync(merchant, Shelf + reference);
        if (pages.Count > 0) return [.. pages.Select(Read)];
        return await books.FindAsync(merchant, reference) is { } page && page.Group.StartsWith(Shelf, StringComparison.Ordinal) ? [Read(page)] : [];
    }

    private static SimulatedPayout Read(BookPage page) => JsonSerializer.Deserialize(page.Text, SimulatorJson.Default.SimulatedPayout)
        ?? throw new InvalidDataException($"Page {page.Key} of the simulator's books holds no payout.");
}
