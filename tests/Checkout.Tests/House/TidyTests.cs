using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Checkout.Tests.House;

/// <summary>What the sources look like: sizes, leftovers, swallowed exceptions, door signs.</summary>
public sealed class TidyTests(ITestOutputHelper output)
{
    private const int LongestMethodLines = 70;
    private const int LongestFileLines = 300;
    private const int LongestSignLines = 15;

    /// <summary>Folders that belong to the room around them: wire shapes, scripts, shared page parts.</summary>
    private static readonly string[] Closets = ["Wire", "Schema", "Properties", "Shared"];

    [Fact]
    public void No_leftovers()
    {
        var files = Repository.Read("src", ".cs", ".cshtml", ".sql", ".csproj", ".md", ".json")
            .Concat(Repository.Read("wwwroot", ".css", ".js"))
            .Where(file => file.Name != "packages.lock.json");
        Findings.None(Findings.InText(files, new Regex(@"\b(TODO|FIXME|HACK|XXX)\b|#region\b|\bNotImplementedException\b")), "What is not done is not in the sources.");
    }

    [Fact]
    public void No_exception_is_swallowed()
    {
        var empty = new Regex(@"\bcatch\b\s*(?<type>\([^)]*\))?\s*(when\s*\((?>[^()]+|\((?<depth>)|\)(?<-depth>))*(?(depth)(?!))\)\s*)?\{(?<body>\s*)\}");
        var swallowed = from file in Repository.Sources
                        from Match match in empty.Matches(file.Code)
                        let type = match.Groups["type"].Value
                        let body = match.Groups["body"]
                        let reason = file.Text.Substring(body.Index, body.Length)
                        // A particular exception may end here if a comment says why; everything at once may not.
                        where type.Length == 0 || Regex.IsMatch(type, @"^\((System\.)?Exception\b") || !reason.Contains("//", StringComparison.Ordinal)
                        select $"{file.Path}:{file.LineAt(match.Index)} {match.Value}";
        Findings.None(swallowed, "An exception is handled, or goes up.");
    }

    [Fact]
    public void Methods_fit_on_a_screen()
    {
        var methods = Repository.Sources.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(MethodSizes.Of).ToArray();
        Report("method lines", [.. methods.Select(method => method.Lines)]);
        Findings.None(
            methods.Where(method => method.Lines > LongestMethodLines).Select(method => $"{method.Where} {method.Lines} lines"),
            $"A method ends within {LongestMethodLines} lines: keep the branching, push the work down.");
    }

    [Fact]
    public void Files_tell_one_story()
    {
        var files = Repository.Sources.Select(file => (file.Path, Lines: file.Text.Count(c => c == '\n'))).ToArray();
        Report("file lines", [.. files.Select(file => file.Lines)]);
        foreach (var (path, lines) in files.OrderByDescending(file => file.Lines).Take(5)) output.WriteLine($"{lines,5} {path}");
        Findings.None(
            files.Where(file => file.Lines > LongestFileLines).Select(file => $"{file.Path} {file.Lines} lines"),
            $"A file ends within {LongestFileLines} lines.");
    }

    [Fact]
    public void Every_room_has_a_door_sign()
    {
        var rooms = Repository.Sources.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => file.Path[..file.Path.LastIndexOf('/')])
            .Where(folder => !folder.Split('/').Any(Closets.Contains))
            .Concat(Repository.Projects.Select(project => $"src/{project}"))
            .Distinct();
        Findings.None(rooms.Select(SignFault).OfType<string>(), $"Every room says in at most {LongestSignLines} lines what happens in it.");
    }

    private static string? SignFault(string room)
    {
        var sign = SignOf(room);
        if (sign is null) return $"{room} has no README.md";
        var lines = File.ReadAllLines(sign).Length;
        return lines is 0 or > LongestSignLines ? $"{sign} has {lines} lines" : null;
    }

    // A closet inside a room needs no sign of its own: the room's sign stands for it, or the project's sign names it.
    private static string? SignOf(string room)
    {
        for (var folder = room; folder.Contains('/', StringComparison.Ordinal); folder = folder[..folder.LastIndexOf('/')])
        {
            var sign = Path.Combine(Repository.Root, folder, "README.md");
            var speaksForProject = folder.Count(c => c == '/') == 1 && folder != room;
            if (File.Exists(sign) && (!speaksForProject || NamesRoom(sign, room[(folder.Length + 1)..]))) return sign;
        }

        return null;
    }

    private static bool NamesRoom(string sign, string room) => File.ReadAllText(sign).Contains($"`{room}/`", StringComparison.Ordinal);

    private void Report(string what, int[] sizes)
    {
        Array.Sort(sizes);
        output.WriteLine($"{what}: p50 {sizes[sizes.Length / 2]}, p95 {sizes[sizes.Length * 95 / 100]}, largest {sizes[^1]} of {sizes.Length}");
    }
}
