namespace Checkout.Core.Upstream;

/// <summary>One page of a connector's own books: what it remembers of one operation, in its own words.</summary>
/// <param name="Group">What pages are listed by, for example the merchant's own reference.</param>
/// <param name="Version">0 for a page that is not in the books yet.</param>
public sealed record BookPage(int Merchant, string Key, string Group, int Version, byte[] Text);

/// <summary>
/// Durable books a connector keeps for itself, apart from ours and with commits of their own; what a real provider would keep on its side.
/// </summary>
public interface IConnectorBooks
{
    ValueTask<BookPage?> FindAsync(int merchant, string key);

    ValueTask<IReadOnlyList<BookPage>> GroupAsync(int merchant, string group);

    /// <summary>Writes the next version of a page.</summary>
    /// <returns>False when somebody else wrote that version first.</returns>
    Task<bool> WriteAsync(BookPage page);
}
