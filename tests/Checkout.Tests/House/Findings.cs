using System.Text.RegularExpressions;

namespace Checkout.Tests.House;

/// <summary>Searches the sources and says what was found where, in words a reader can act on.</summary>
public static class Findings
{
    /// <summary>Where a pattern stands in the code of the given files, as <c>path:line match</c>.</summary>
    public static IEnumerable<string> InCode(IEnumerable<SourceFile> files, Regex pattern) =>
        from file in files
        from Match match in pattern.Matches(file.Code)
        select $"{file.Path}:{file.LineAt(match.Index)} {match.Value.Trim()}";

    /// <summary>Where a pattern stands in the whole text, comments included.</summary>
    public static IEnumerable<string> InText(IEnumerable<SourceFile> files, Regex pattern) =>
        from file in files
        from Match match in pattern.Matches(file.Text)
        select $"{file.Path}:{file.LineAt(match.Index)} {match.Value.Trim()}";

    /// <summary>Fails with one line per finding.</summary>
    public static void None(IEnumerable<string> findings, string rule)
    {
        var all = findings.ToArray();
        Assert.True(all.Length == 0, $"{rule}\n{string.Join('\n', all)}");
    }
}
