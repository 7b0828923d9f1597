// How much dearer reads are in a large archive than in a small one: each question is asked of both in turn, and the ratio is printed.
using System.Diagnostics;
using Archive;
using Checkout.Core.Payments;
using Checkout.Core.Storage;

const int Small = 10_000;
const int Large = 1_000_000;
const int Rounds = 41;
const int Asks = 200;

var directory = args.Length > 0 ? args[0] : Directory.CreateTempSubdirectory("checkout-bench-").FullName;
await using var small = await FilledArchive.MakeAsync(Path.Combine(directory, "small"), Small);
await using var large = await FilledArchive.MakeAsync(Path.Combine(directory, "large"), Large);

PaymentFilter List(long? upTo = null, string? reference = null, int limit = 20) => new(FilledArchive.Site, Dialect.Smart2Pay, reference, upTo, limit);

(string Name, Func<FilledArchive, long, ValueTask<int>> Ask)[] questions =
[
    ("by id", async (a, number) => await a.Payments.FindAsync(FilledArchive.Site, number) is null ? 0 : 1),
    ("by reference", async (a, number) => (await a.Payments.ListAsync(List(reference: FilledArchive.ReferenceOf(number)))).Count),
    ("newest page", async (a, _) => (await a.Payments.ListAsync(List())).Count),
    ("page in the depth", async (a, number) => (await a.Payments.ListAsync(List(upTo: number))).Count),
    ("page of one status", async (a, number) => (await a.Payments.ListAsync(List(upTo: number) with { Statuses = [PaymentStatus.Failed] })).Count),
    ("page of one currency", async (a, number) => (await a.Payments.ListAsync(List(upTo: number) with { Where = new ListFilter { Currency = "USD" } })).Count),
];

foreach (var (name, ask) in questions)
{
    var ratios = new List<double>();
    var (fast, slow) = (new List<double>(), new List<double>());
    for (var round = 0; round < Rounds; round++)
    {
        var (few, many) = (await TimeAsync(small, ask, round), await TimeAsync(large, ask, round));
        fast.Add(few);
        slow.Add(many);
        ratios.Add(many / few);
    }

    Console.WriteLine(FormattableString.Invariant($"{name,-22} {Median(fast),8:0.0} µs of {Small:n0}   {Median(slow),8:0.0} µs of {Large:n0}   {Median(ratios):0.00} times"));
}

if (args.Length == 0) Directory.Delete(directory, recursive: true);
return;

static double Median(List<double> all) => all.Order().ElementAt(all.Count / 2);

// The same share of each archive is asked for, so that both answer from everywhere; the number may not be below a full page.
static async Task<double> TimeAsync(FilledArchive archive, Func<FilledArchive, long, ValueTask<int>> ask, int seed)
{
    var random = new Random(seed);
    var found = 0;
    var begun = Stopwatch.GetTimestamp();
    for (var i = 0; i < Asks; i++) found += await ask(archive, random.NextInt64(1000, archive.Count));
    var taken = Stopwatch.GetElapsedTime(begun);
    return found >= Asks ? taken.TotalMicroseconds / Asks : throw new InvalidOperationException($"Only {found} were found.");
}
