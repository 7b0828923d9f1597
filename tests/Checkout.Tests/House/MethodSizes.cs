using System.Text.RegularExpressions;

namespace Checkout.Tests.House;

/// <summary>Where a method stands and how many lines it takes, its signature included.</summary>
public sealed record MethodSize(string Where, int Lines);

/// <summary>
/// Measures methods by counting braces: a block that stands directly in a type and is not a type itself is a member.
/// Tables (fields with an initialiser) are data and are left out.
/// </summary>
public static class MethodSizes
{
    private static readonly Regex TypeHeader = new(@"\b(class|struct|interface|enum|record|namespace)\b");
    private static readonly Regex TableHeader = new(@"^[^(=]*=(?!>)");

    private sealed record Block(string Header, int Start, bool IsType, bool IsMember);

    public static IEnumerable<MethodSize> Of(SourceFile file)
    {
        var code = file.Code;
        var open = new Stack<Block>();
        var headerStart = 0;
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] == '{')
            {
                open.Push(Describe(code, headerStart, i, open));
                headerStart = i + 1;
            }
            else if (code[i] == '}' && open.TryPop(out var block))
            {
                headerStart = i + 1;
                if (block.IsMember) yield return new($"{file.Path}:{file.LineAt(block.Start)}", file.LineAt(i) - file.LineAt(block.Start) + 1);
            }
            else if (code[i] == ';' && (open.Count == 0 || open.Peek().IsType))
            {
                headerStart = i + 1;
            }
        }
    }

    private static Block Describe(string code, int from, int brace, Stack<Block> open)
    {
        while (from < brace && char.IsWhiteSpace(code[from])) from++;
        var header = code[from..brace];
        var inType = open.Count == 0 || open.Peek().IsType;
        var isType = inType && TypeHeader.IsMatch(header);
        return new(header, from, isType, IsMember: inType && !isType && open.Count > 0 && !TableHeader.IsMatch(header));
    }
}
