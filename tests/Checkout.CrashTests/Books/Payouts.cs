using System.Globalization;
using Checkout.Core.Payouts;
using Checkout.CrashTests.Load;
using Checkout.CrashTests.Processes;

namespace Checkout.CrashTests.Books;

/// <summary>What must hold of payouts when all is calm again: each was paid once or not at all, as our archive and the merchant were told.</summary>
internal static class Payouts
{
    public static async Task<(int Count, IReadOnlyList<string> Broken)> CheckAsync(MortalChain chain, Caller bank, Diary diary)
    {
        List<string> broken = [];
        Dictionary<string, PayoutStep> steps = [];
        foreach (var row in new Archive(chain.A).Rows("SELECT reference, upstream_reference, step FROM payout"))
        {
            var (reference, step) = (row[0], (PayoutStep)int.Parse(row[2], CultureInfo.InvariantCulture));
            steps[reference] = step;
            var lines = await bank.LedgerAsync(row[1], MortalChain.First.Credentials);
            var paid = lines.Count(l => l is { Kind: "payout", State: "approved" });
            var seen = $"payout {reference} is {step}; statement: {string.Join("; ", lines.Select(l => l.ToString()))}";
            if (paid > 1) broken.Add("I1: paid out twice: " + seen);
            if (step is PayoutStep.Submitting or PayoutStep.Unknown or PayoutStep.Requested) broken.Add("I5: undecided: " + seen);
            if (paid != (step == PayoutStep.Done ? 1 : 0)) broken.Add("I5: the books differ on what is paid out: " + seen);
        }

        foreach (var (reference, status) in diary.Payouts)
        {
            if (!steps.TryGetValue(reference, out var step)) broken.Add($"I10: acknowledged and not there: payout {reference}");
            else if (status != 1 && (status == 2) != (step == PayoutStep.Done)) broken.Add($"I3: told {status} of payout {reference}, which is {step}");
        }

        return (steps.Count, broken);
    }
}
