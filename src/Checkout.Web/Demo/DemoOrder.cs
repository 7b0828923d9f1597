using System.Collections.Concurrent;

namespace Checkout.Web.Demo;

/// <summary>Something the demo shop sells; the price is in minor units.</summary>
public sealed record DemoProduct(string Id, string Name, string About, long PriceMinor, string Currency);

/// <summary>One purchase in the demo shop, with all it heard about it.</summary>
public sealed class DemoOrder(string reference, string shopper, DemoProduct product, string way)
{
    private const int MostNotices = 20;

    private readonly ConcurrentQueue<string> _notices = new();

    public string Reference => reference;

    public string Shopper => shopper;

    public DemoProduct Product => product;

    /// <summary>How it was bought: <c>api</c> or <c>link</c>.</summary>
    public string Way => way;

    /// <summary>The query the shopper came back with; null until then.</summary>
    public string? Returned { get; set; }

    /// <summary>The bodies of the notices that came, with proof checked, oldest first.</summary>
    public IReadOnlyCollection<string> Notices => _notices;

    public void Hear(string notice)
    {
        _notices.Enqueue(notice);
        while (_notices.Count > MostNotices) _notices.TryDequeue(out _);
    }
}
