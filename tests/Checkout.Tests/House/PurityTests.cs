using System.Text.RegularExpressions;

namespace Checkout.Tests.House;

/// <summary>Time and chance come in through the door, so that a seed replays all of Core.</summary>
public sealed class PurityTests
{
    private static readonly Regex WallClock = new(@"\bDateTime(Offset)?\s*\.\s*(Now|UtcNow|Today)\b");

    private static readonly Regex OwnTimeOrChance = new(
        @"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bEnvironment\.TickCount(64)?\b|\bStopwatch\b|\bTimeProvider\.System\b"
        + @"|\bGuid\.(NewGuid|CreateVersion7)\b|\bRandom\.Shared\b|\bnew Random\b|\bRandomNumberGenerator\b|\bGetRandomFileName\b");

    private static readonly Regex OwnThreads = new(
        @"\bThread\.Sleep\b|\bnew Thread\b|\bThreadPool\b|\bTask\.Run\b|\bTask\.Factory\b|\bParallel\.\w+|\bnew Timer\b|\bPeriodicTimer\b");

    private static readonly Regex InputOrOutput = new(
        @"\bSystem\.IO\b|\b(File|Directory)\.\w+\(|\bConsole\.|\bHttpClient\b|\bSocket\b|\bEnvironment\.GetEnvironmentVariable\b|\bProcess\.");

    private static readonly Regex DelayByTheWallClock = new(@"\bTask\.Delay\((?<arguments>[^;]*)\)");

    private static IEnumerable<SourceFile> Core => Repository.Sources.Where(file => file.IsUnder("src/Checkout.Core"));

    [Fact]
    public void Core_has_no_time_or_chance_of_its_own() =>
        Findings.None(Findings.InCode(Core, OwnTimeOrChance), "Core is given TimeProvider and IRandomSource.");

    [Fact]
    public void Core_starts_no_threads() => Findings.None(Findings.InCode(Core, OwnThreads), "Core runs where its caller runs.");

    [Fact]
    public void Core_does_no_input_or_output_of_its_own() =>
        Findings.None(Findings.InCode(Core, InputOrOutput), "Core reaches the world through its interfaces.");

    [Fact]
    public void Core_waits_only_by_the_clock_it_was_given()
    {
        var waits = from file in Core
                    from Match match in DelayByTheWallClock.Matches(file.Code)
                    let arguments = match.Groups["arguments"].Value
                    where !Regex.IsMatch(arguments, @"\b_?(clock|time|timeProvider)\b", RegexOptions.IgnoreCase)
                    select $"{file.Path}:{file.LineAt(match.Index)} {match.Value}";
        Findings.None(waits, "Task.Delay takes the TimeProvider.");
    }

    [Fact]
    public void The_wall_clock_is_read_nowhere() =>
        Findings.None(Findings.InCode(Repository.Sources, WallClock), "The sandbox moves the clock: everybody asks TimeProvider.");

    [Fact]
    public void Only_the_hosting_room_knows_the_system_clock()
    {
        var elsewhere = Repository.Sources.Where(file => !file.IsUnder("src/Checkout.Web/Hosting") && file.Path != "src/Checkout.Web/Program.cs");
        Findings.None(Findings.InCode(elsewhere, new Regex(@"\bTimeProvider\.System\b")), "TimeProvider.System is chosen in one room.");
    }
}
