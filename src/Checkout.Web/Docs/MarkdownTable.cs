using System.Text;

namespace Checkout.Web.Docs;

/// <summary>A table in the words of a document's description.</summary>
internal static class MarkdownTable
{
    public static string Of(WordTable table)
    {
        var text = new StringBuilder().Append("## ").Append(table.Title).Append("\n\n");
        Line(text, table.Columns);
        Line(text, [.. table.Columns.Select(_ => "---")]);
        foreach (var row in table.Rows) Line(text, row);
        return text.ToString();
    }

    private static void Line(StringBuilder text, IReadOnlyList<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
