namespace Checkout.Web.Docs;

/// <summary>What a dialect says of itself: the source of its document and its part of the page.</summary>
/// <param name="Name">Its name in addresses.</param>
public sealed record ApiDescription(string Name, string Title)
{
    public string About { get; init; } = "";

    public IReadOnlyList<Operation> Operations { get; init; } = [];

    /// <summary>Sections that belong to no operation.</summary>
    public IReadOnlyList<Chapter> Chapters { get; init; } = [];

    public IReadOnlyList<WordTable> Tables { get; init; } = [];

    /// <summary>What the parameters of addresses are.</summary>
    public IReadOnlyDictionary<string, string> PathWords { get; init; } = new Dictionary<string, string>();

    /// <summary>The header by which a repeated request is known, of operations that can be repeated.</summary>
    public Property? RepeatHeader { get; init; }

    /// <summary>What merchants' servers are told.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>Whether a route is this dialect's.</summary>
    public required Func<RoutedAction, bool> Owns { get; init; }

    /// <summary>User name and password that work on a sandbox.</summary>
    public string SandboxKey { get; init; } = "";

    /// <summary>What stands in their place elsewhere.</summary>
    public string OwnKey { get; init; } = "";
}

/// <summary>What a merchant's server is told, by POST.</summary>
public sealed record Notice(string Id, string Summary, Shape Body, int Receipt);

/// <summary>A section of the page.</summary>
public sealed record Chapter(string Id, string Title, params IReadOnlyList<string> Paragraphs);

/// <summary>A table of words and what they mean.</summary>
public sealed record WordTable(string Id, string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
