using System.Globalization;
using Checkout.Web.Docs;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>Statuses, resolutions and error codes as tables.</summary>
internal static class WordTables
{
    public static IReadOnlyList<WordTable> All =>
    [
        new("statuses", "Statuses of invoices", ["Status", "Final", "Meaning"], [.. CardgateStatus.Said.Select(StatusRow)]),
        new("refunds", "Statuses of refunds", ["Status"], [.. CardgateStatus.OfRefunds.Select(word => (string[])[word])]),
        new("resolutions", "Resolutions", ["Resolution", "Message"], [.. CardgateResolutions.All.Select(word => (string[])[word, CardgateResolutions.Message(word) ?? "All is well, or goes on."])]),
        new("codes", "Error codes", ["Code", "Status", "When"], [.. FaultKind.All.Select(kind => (string[])[kind.Code, kind.Status.ToString(CultureInfo.InvariantCulture), kind.When])]),
    ];

    private static string[] StatusRow(string word) => [word, CardgateStatus.IsFinal(word) ? "yes" : "no", Meaning(word)];

    private static string Meaning(string status) => status switch
    {
        "created" => "Made without a service: the shopper chooses first.",
        "process_pending" => "Waits for the shopper, the bank or the provider.",
        "processing" => "The provider is taking the money.",
        "process_error" => "Something does not add up; the operator looks into it.",
        "processed" => "Paid; refunds and disputes may follow.",
        "partially_processed" => "Less was taken than the amount.",
        "process_failed" => "Not paid: declined, tried too often, or broken.",
        "verified" => "The card was checked and is good; nothing was taken.",
        "verify_failed" => "The card was checked and is not good.",
        "expired" => "Not paid in time.",
        "terminated" => "Stopped by the shopper or the operator.",
        "refund_pending" => "A refund is on its way.",
        "refund_failed" => "The last refund did not work; the sale stands.",
        "partially_refunded" => "A part went back; more may.",
        "refunded" => "All went back.",
        "partially_charged_back" => "A dispute about a part was lost.",
        "charged_back" => "A dispute was lost.",
        _ => throw new InvalidOperationException($"The status {status} has no meaning."),
    };
}
