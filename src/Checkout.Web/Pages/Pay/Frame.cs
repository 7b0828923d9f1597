using Checkout.Web.Pages.Pay.Words;

namespace Checkout.Web.Pages.Pay;

/// <summary>A page that stands in the common frame.</summary>
public interface IFramed
{
    Frame Frame { get; }
}

/// <summary>What the frame around every shopper's page needs: words, title, and what stands beside the content.</summary>
public sealed record Frame
{
    public required PageTexts Texts { get; init; }

    public required string Title { get; init; }

    /// <summary>Shown beside the content: who is paid, how much, what for. Null on pages that know no payment.</summary>
    public Visit? Visit { get; init; }

    /// <summary>The part of the query that says which face of the page is shown, so that another language shows the same.</summary>
    public string? Query { get; init; }

    /// <summary>Whether the script is of use on this page.</summary>
    public bool Script { get; init; }

    /// <summary>Whether the list of languages is shown.</summary>
    public bool Languages { get; init; }

    /// <summary>The shopper's part is over, so a merchant's page that holds ours in a frame may take it away.</summary>
    public bool Ends { get; init; }

    /// <summary>The merchant wants the shopper back by themselves, and only the browser knows whether the page stands in a frame, which stays.</summary>
    public bool Leaves { get; init; }

    /// <summary>An address the browser goes to after <see cref="RefreshSeconds"/> by itself.</summary>
    public string? RefreshTo { get; init; }

    public int RefreshSeconds { get; init; }

    /// <summary>Leave the going on to the script where there is one.</summary>
    public bool RefreshWithoutScriptOnly { get; init; }
}
