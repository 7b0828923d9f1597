using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Simulator;

/// <summary>Charges in the connector's books: one page each, by the reference of the authorise operation.</summary>
internal sealed class ChargeBooks(IConnectorBooks books)
{
    /// <summary>How often a step is tried again when somebody else wrote first. Nothing was written by us when it runs out.</summary>
    public const int Tries = 50;

    /// <summary>
    /// Writes the next step of a charge. <paramref name="next"/> gets the charge as it stands at <paramref name="now"/>, null when there is
    /// none; the same charge or null back means that nothing is to be written.
    /// </summary>
    /// <returns>The charge as it stands now; <c>Settled</c> is false when others were always quicker.</returns>
    public async Task<(SimulatedCharge? Charge, bool Settled)> StepAsync(int merchant, string reference, DateTimeOffset now, Func<SimulatedCharge?, SimulatedCharge?> next)
    {
        for (var i = 0; i < Tries; i++)
        {
            var page = await books.FindAsync(merchant, reference);
            var present = page is null ? null : Read(page, now);
            var charge = next(present);
            if (charge is null || ReferenceEquals(charge, present)) return (present, true);

            var text = JsonSerializer.SerializeToUtf8Bytes(charge, SimulatorJson.Default.SimulatedCharge);
            var group = charge.MerchantReference.Length > 0 ? charge.MerchantReference : reference;
            if (await books.WriteAsync(new BookPage(merchant, reference, group, page?.Version ?? 0, text))) return (charge, true);
        }

        return (null, false);
    }

    public async ValueTask<SimulatedCharge?> FindAsync(int merchant, string reference, DateTimeOffset now) =>
        await books.FindAsync(merchant, reference) is { } page ? Read(page, now) : null;

    /// <summary>The charges under the merchant's own reference, or the one of ours.</summary>
    public async ValueTask<IReadOnlyList<SimulatedCharge>> OfAsync(int merchant, string reference, DateTimeOffset now)
    {
        var pages = await books.GroupAsync(merchant, reference);
        if (pages.Count > 0) return [.. pages.Select(page => Read(page, now))];
        return await FindAsync(merchant, reference, now) is { } charge ? [charge] : [];
    }

    /// <summary>The merchant that a reference of ours begins with; null when it is none of ours.</summary>
    public static int? MerchantOf(string reference) =>
        reference.IndexOf('-', StringComparison.Ordinal) is var end and > 0 && int.TryParse(reference.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var merchant)
            ? merchant
            : null;

    /// <summary>Whether a reference of ours names the first operation of its payment: <c>merchant-payment-1-word</c>.</summary>
    public static bool IsFirstTry(string reference) => reference.Split('-') is [_, _, "1", ..];

    private static SimulatedCharge Read(BookPage page, DateTimeOffset now) => JsonSerializer.Deserialize(page.Text, SimulatorJson.Default.SimulatedCharge)?.At(now)
        ?? throw new InvalidDataException($"Page {page.Key} of the simulator's books holds no charge.");
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SimulatedCharge))]
[JsonSerializable(typeof(SimulatedPayout))]
internal sealed partial class SimulatorJson : JsonSerializerContext;
