namespace Checkout.Tests.Server.Simulated;

/// <summary>How a scenario goes when a merchant's server sends the card, in either dialect.</summary>
/// <param name="Answer">The status the Smart2Pay dialect answers with.</param>
/// <param name="End">The status it comes to.</param>
/// <param name="Ledger">What the bank statement shows in the end.</param>
/// <param name="After">Seconds to let pass before the end can come.</param>
/// <param name="Sale">What the Cardgate dialect answers; <paramref name="SaleEnd"/> what it comes to.</param>
public sealed record Story(string Scenario, int Answer, int End, string Ledger, int After = 0, string Sale = "process_pending", string SaleEnd = "processed")
{
    public const string Paid = "authorise approved 2599 EUR, capture approved 2599 EUR";
    public const string Nothing = "";
    public const string GivenBack = "authorise approved 1300 EUR, capture approved 1300 EUR, void declined 1300 EUR, refund approved 1300 EUR";

    public static readonly Story[] All =
    [
        new("approve-after-5", 7, 11, Paid, After: 6),
        new("decline-after-5", 7, 4, "authorise declined 2599 EUR", After: 6, SaleEnd: "process_failed"),
        new("lost-reply", 7, 11, Paid),
        new("reset-before-charge", 7, 4, Nothing, After: 95, SaleEnd: "process_failed"),
        new("reset-after-charge", 7, 11, Paid, After: 4),
        new("error-after-charge", 7, 11, Paid),
        new("unreadable-answer", 7, 11, Paid),
        new("late-charge", 7, 11, Paid, After: 21),
        new("too-late-charge", 7, 4, Nothing, After: 95, SaleEnd: "process_failed"),
        new("wrong-amount", 14, 14, "authorise approved 2699 EUR, capture approved 2699 EUR", Sale: "process_error", SaleEnd: "process_error"),
        new("wrong-currency", 14, 14, "authorise approved 2599 USD, capture approved 2599 USD", Sale: "process_error", SaleEnd: "process_error"),
        new("partial-approval", 4, 4, GivenBack, Sale: "process_failed", SaleEnd: "process_failed"),
        new("challenge-abandoned", 1, 4, Nothing, After: 31, SaleEnd: "process_failed"),
        new("bank-page-down", 1, 5, Nothing, After: 31 * 60, SaleEnd: "process_failed"),
        new("capture-fails-later", 13, 4, "authorise voided 2599 EUR, capture declined 2599 EUR, void approved 2599 EUR", After: 6, Sale: "processing", SaleEnd: "process_failed"),
    ];

    public override string ToString() => Scenario;
}
