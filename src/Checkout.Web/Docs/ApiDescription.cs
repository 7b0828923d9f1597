namespace Checkout.Web.Docs;

/// <summary>What a dialect says of itself: the source of its document and its part of the page.</summary>
/// <param name="Name">Its name in addresses.</param>
public sealed record ApiDescription(string Name, string Title)
{
    /// <summary>Its name where several are named.</summary>
    public required string Short { get; init; }

    public string About { get; init; } = "";

    public IReadOnlyList<Operation> Operations { get; init; } = [];

    /// <summary>Sections that belong to no operation.</summary>
    public IReadOnlyList<Chapter> Chapters { get; init; } = [];

    public IReadOnlyList<WordTable> Tables { get; init; } = [];

    /// <summary>What the parameters of addresses are.</summary>
    public IReadOnlyDictionary<string, string> PathWords { get; init; } = new Dictionary<string, string>();

    /// <summary>The header by which a repeated request is known, of operations that can be repeated.</summary>
    public Property? RepeatHeader { get; init; }

    /// <summary>Second spellings of addresses are there for old clients only.</summary>
    public bool DeprecatesOthers { get; init; }

    /// <summary>What merchants' servers are told.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>Whether a route is this dialect's.</summary>
    public required Func<RoutedAction, bool> Owns { get; init; }

    public required KeyScheme Key { get; init; }

    /// <summary>The ways that only some operations want.</summary>
    public IReadOnlyList<KeyScheme> OtherKeys { get; init; } = [];

    /// <summary>User name and password that work on a sandbox.</summary>
    public string SandboxKey { get; init; } = "";

    /// <summary>What stands in their place elsewhere.</summary>
    public string OwnKey { get; init; } = "";
}

/// <summary>How callers show their right.</summary>
/// <param name="Name">Its name in the document.</param>
/// <param name="Kind">As HTTP calls it.</param>
public sealed record KeyScheme(string Name, string Kind, string About)
{
    /// <summary>The word by which examples take it from an earlier answer; null: the key of the account.</summary>
    public string? Word { get; init; }
}

/// <summary>What a merchant's server is told, by POST.</summary>
public sealed record Notice(string Id, string Summary, Shape Body, int Receipt)
{
    /// <summary>What comes with it, besides its type.</summary>
    public IReadOnlyList<Property> Headers { get; init; } = [];
}

/// <summary>A section of the page.</summary>
public sealed record Chapter(string Id, string Title, params IReadOnlyList<string> Paragraphs)
{
    public IReadOnlyList<Snippet> Snippets { get; init; } = [];
}

/// <summary>A piece of a program to copy.</summary>
/// <param name="Id">The language, as programs call it.</param>
/// <param name="Language">The language, as people call it.</param>
public sealed record Snippet(string Id, string Language, string Code);

/// <summary>A table of words and what they mean.</summary>
public sealed record WordTable(string Id, string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
