using System.Text;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Connectors;

/// <summary>Books that are as durable as the test is long.</summary>
public sealed class MemoryBooks : IConnectorBooks
{
    private readonly Dictionary<(int Merchant, string Key), BookPage> _pages = [];
    private readonly Lock _door = new();

    public int Writes { get; private set; }

    /// <summary>Called before each write, outside the lock; a test may write something else first.</summary>
    public Func<BookPage, Task>? BeforeWrite { get; set; }

    public IEnumerable<string> Texts => _pages.Values.Select(p => Encoding.UTF8.GetString(p.Text));

    public ValueTask<BookPage?> FindAsync(int merchant, string key)
    {
        lock (_door) return ValueTask.FromResult(_pages.GetValueOrDefault((merchant, key)));
    }

    public ValueTask<IReadOnlyList<BookPage>> GroupAsync(int merchant, string group)
    {
        lock (_door) return ValueTask.FromResult<IReadOnlyList<BookPage>>([.. _pages.Values.Where(p => p.Merchant == merchant && p.Group == group)]);
    }

    public async Task<bool> WriteAsync(BookPage page)
    {
        if (BeforeWrite is { } intrude) await intrude(page);
        lock (_door)
        {
            var stored = _pages.GetValueOrDefault((page.Merchant, page.Key))?.Version ?? 0;
            if (stored != page.Version) return false;
            _pages[(page.Merchant, page.Key)] = page with { Version = stored + 1 };
            Writes++;
            return true;
        }
    }
}
