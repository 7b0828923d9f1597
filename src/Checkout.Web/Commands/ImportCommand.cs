using System.Diagnostics;
using System.Globalization;
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
        await using var file = File.OpenRead(path);
        foreach (var lines in FileLines.Of(file).Chunk(AtOnce))
        {
            foreach (var (number, text, fault) in lines) run.Add(number, text is null ? new ReadLine(null, fault) : await reader.ReadAsync(text));
            await run.CommitAsync();
            if (Stopwatch.GetElapsedTime(told) < TellEvery) continue;
            told = Stopwatch.GetTimestamp();
            Console.WriteLine(run.ToString());
        }

        Console.WriteLine(run.ToString());
        return run.Bad == 0 ? 0 : throw new CommandRefusedException(string.Create(CultureInfo.InvariantCulture, $"{run.Bad} lines were not imported; see above. Mend them and import the file again: what is there already is passed over."));
    }
}
