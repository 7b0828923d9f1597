using System.Text.Json.Nodes;
using Checkout.CrashTests.Books;
using Checkout.CrashTests.Processes;

namespace Checkout.CrashTests.Load;

/// <summary>Faults are over: time passes until everything is decided, and what was said is asked again.</summary>
internal static class Calm
{
    private const int MostSteps = 120;
    private const int Repetitions = 100;

    private const string Undecided =
        "SELECT (SELECT COUNT(*) FROM attempt WHERE state IN (0, 1, 2, 3) OR (state = 4 AND check_at IS NOT NULL)) + " +
        "(SELECT COUNT(*) FROM payout WHERE step IN (0, 1, 2)) + (SELECT COUNT(*) FROM payment WHERE status IN (0, 1, 2, 4, 6, 7, 10, 11)) + (SELECT COUNT(*) FROM notice WHERE state = 0)";

    public static async Task ComeAsync(MortalChain chain)
    {
        var archive = new Archive(chain.A);
        for (var step = 0; step < MostSteps && archive.Count(Undecided) > 0; step++)
        {
            // By itself first: most is decided within seconds.
            if (step > 10)
            {
                await chain.A.AdvanceAsync(TimeSpan.FromMinutes(4));
                await chain.B.AdvanceAsync(TimeSpan.FromMinutes(4));
            }

            await Task.Delay(300);
        }
    }

    /// <summary>I8 and I12: a request gets its first answer again, and another merchant gets none.</summary>
    public static async Task<IReadOnlyList<string>> RepeatedAsync(Caller merchant, Diary diary, Random random)
    {
        List<string> broken = [];
        var all = diary.Answers.ToList();
        for (var i = 0; i < Repetitions && all.Count > 0; i++)
        {
            var (requestId, first) = all[random.Next(all.Count)];
            var shop = first.Site == MortalChain.First.Site ? MortalChain.First : MortalChain.Second;
            var other = first.Site == MortalChain.First.Site ? MortalChain.Second : MortalChain.First;
            var again = await merchant.SendAsync(HttpMethod.Post, first.Path, first.Body, shop.Credentials, requestId);
            if (((int)again.Status, again.Body) != (first.Status, first.Answer)) broken.Add($"I8: {first.Path} was answered {first.Status} {first.Answer} and then {again}");
            if (JsonNode.Parse(first.Answer)?["Payment"]?["ID"] is not JsonValue id) continue;
            var foreign = await merchant.SendAsync(HttpMethod.Get, $"/v1/payments/{id}", credentials: other.Credentials);
            if (foreign.Body.Contains((string)JsonNode.Parse(first.Answer)!["Payment"]!["MerchantTransactionID"]!, StringComparison.Ordinal)) broken.Add($"I12: {other.Site} sees {foreign}");
        }

        return broken;
    }

    /// <summary>What the program's own look through its books finds.</summary>
    public static async Task<IReadOnlyList<string>> VerifiedAsync(MortalChain chain)
    {
        List<string> broken = [];
        foreach (var server in new[] { chain.A, chain.B })
        {
            var ended = await server.CommandAsync("verify");
            if (ended.Code != 0) broken.Add($"verify: {ended}");
        }

        return broken;
    }
}
