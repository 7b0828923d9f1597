using System.Globalization;
using Checkout.Web.Docs;

namespace Checkout.Web.Dialects.Smart2Pay.Description;

/// <summary>Statuses and return codes as tables.</summary>
internal static class WordTables
{
    private static readonly (string Name, IReadOnlyList<ShownStatus> Statuses)[] Kinds =
        [("payments", Statuses.OfPayments), ("refunds", Statuses.OfRefunds), ("captures", Statuses.OfCaptures), ("payouts", Statuses.OfPayouts), ("tokens", Statuses.OfTokens)];

    public static IReadOnlyList<WordTable> All =>
    [
        new("statuses", "Statuses", ["ID", "Info", "Of"], [.. Kinds.SelectMany(kind => kind.Statuses).Distinct().OrderBy(status => status.Id).Select(StatusRow)]),
        new("codes", "Return codes", ["Code", "Info"], [.. ReturnCodes.All.Select(code => (string[])[Number(code.Code), code.Info])]),
    ];

    private static string[] StatusRow(ShownStatus status) =>
        [Number(status.Id), status.Info, string.Join(", ", Kinds.Where(kind => kind.Statuses.Contains(status)).Select(kind => kind.Name))];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
