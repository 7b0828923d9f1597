namespace Checkout.Web.Docs;

/// <summary>One thing callers can ask for.</summary>
/// <param name="Id">Its name, unique in the document.</param>
/// <param name="Action">What answers it, as routing names it: controller and method, or a page.</param>
public sealed record Operation(string Id, string Action, string Summary)
{
    public string About { get; init; } = "";

    public string Group { get; init; } = "";

    /// <summary>It asks for a key.</summary>
    public bool NeedsKey { get; init; } = true;

    /// <summary>How the key is shown; null: as the dialect usually wants it.</summary>
    public KeyScheme? Key { get; init; }

    /// <summary>A repeated request is answered again and not done again.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>A part of the address by which a second spelling is told from the first.</summary>
    public string? OtherSpelling { get; init; }

    public Shape? Body { get; init; }

    public IReadOnlyList<Property> Query { get; init; } = [];

    public IReadOnlyList<Reply> Replies { get; init; } = [];

    public IReadOnlyList<Example> Examples { get; init; } = [];
}

/// <summary>What may be answered. No shapes: no JSON.</summary>
public sealed record Reply(int Status, string About, params IReadOnlyList<Shape> Shapes)
{
    /// <summary>It is for people.</summary>
    public bool IsPage { get; init; }
}

/// <summary>A request that works as it stands.</summary>
/// <param name="Body">The JSON; words in braces are taken from answers to the steps before, <c>{reference}</c> is a new one each time.</param>
public sealed record Example(string Name, string Summary, int Status, string? Body = null)
{
    /// <summary>What is asked before, so that there is something to ask about.</summary>
    public IReadOnlyList<Step> First { get; init; } = [];

    public string Query { get; init; } = "";

    /// <summary>An address that an answer gave, in place of the operation's own.</summary>
    public string? Address { get; init; }

    /// <summary>What stands in the path, where no step takes it from an answer.</summary>
    public IReadOnlyDictionary<string, string> Path { get; init; } = new Dictionary<string, string>();
}

/// <summary>An example of another operation, and what is taken from its answer.</summary>
/// <param name="Takes">The word it is taken as.</param>
/// <param name="From">A JSON pointer into the answer.</param>
public sealed record Step(string Operation, string Example, string Takes = "", string From = "");
