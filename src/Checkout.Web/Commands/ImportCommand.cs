using System.Diagnostics;
using System.Globalization;
using Checkout.Core.Storage;
using Checkout.Web.Dialects.Smart2Pay.Import;

namespace Checkout.Web.Commands;

/// <summary><c>import FILE</c>: takes over what another system kept, line by line, beside a running server or without one.</summary>
public static class ImportCommand
{
    private const int AtOnce = 500;
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var path, .. var rest] || path.StartsWith("--", StringComparison.Ordinal)) throw new CommandRefusedException("Say which file: import FILE.");
        if (!File.Exists(path)) throw new CommandRefusedException($"There is no file {path}.");

        await using var office = await MerchantOffice.OpenAsync(new Arguments(rest, []).Settings);
        var run = new ImportRun(office.Imports, isServed: !office.TryKeepAlone());
        var reader = await office.ReaderAsync();
        var told = Stopwatch.GetTimestamp();
        foreach (var lines in File.ReadLines(path).Select((text, i) => (Number: i + 1, Text: text)).Where(l => l.Text.Length > 0).Chunk(AtOnce))
        {
            foreach (var (number, text) in lines) run.Add(number, await reader.ReadAsync(text));
            await run.CommitAsync();
            if (Stopwatch.GetElapsedTime(told) < TellEvery) continue;
            told = Stopwatch.GetTimestamp();
            Console.WriteLine(run.ToString());
        }

        Console.WriteLine(run.ToString());
        return run.Bad == 0 ? 0 : throw new CommandRefusedException(string.Create(CultureInfo.InvariantCulture, $"{run.Bad} lines were not imported; see above. Mend them and import the file again: what is there already is passed over."));
    }
}

/// <summary>Counts and commits what is read.</summary>
internal sealed class ImportRun(IImportStore store, bool isServed)
{
    private readonly List<(int Line, Imported Import)> _batch = [];
    private int _lines;
    private int _taken;
    private int _known;

    public int Bad { get; private set; }

    public void Add(int line, ReadLine read)
    {
        _lines = line;
        if (read.Import is { } import) _batch.Add((line, import));
        else Refuse(line, read.Fault!);
    }

    public async Task CommitAsync()
    {
        var verdicts = await store.RunAsync([.. _batch.Select(b => b.Import)], isServed);
        for (var i = 0; i < verdicts.Count; i++)
        {
            if (verdicts[i] == ImportVerdict.Taken) _taken++;
            else if (verdicts[i] == ImportVerdict.Known) _known++;
            else Refuse(_batch[i].Line, Sentence(verdicts[i]));
        }

        _batch.Clear();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_lines} lines read: {_taken} imported, {_known} there already, {Bad} bad");

    private void Refuse(int line, string fault)
    {
        Bad++;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line {line}: {fault}"));
    }

    private static string Sentence(ImportVerdict verdict) => verdict switch
    {
        ImportVerdict.NumberTaken => "another one with this ID is there",
        ImportVerdict.NumberHandedOut => "the running server may be about to give this ID to something new; stop it and import the file again",
        ImportVerdict.ReferenceTaken => "another one with this MerchantTransactionID is there",
        ImportVerdict.NoPayment => "the refund's payment was not imported; it must stand in a line before",
        ImportVerdict.TooMuch => "with this refund more were given back than was captured",
        ImportVerdict.Taken or ImportVerdict.Known => throw new InvalidOperationException($"{verdict} is nothing to complain about."),
    };
}
