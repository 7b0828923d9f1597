using System.Collections.Concurrent;

namespace Checkout.Web.Demo;

/// <summary>Something the demo shop sells; the price is in minor units.</summary>
public sealed record DemoProduct(string Id, string Name, string About, long PriceMinor, string Currency);

/// <summary>The ways to buy in the demo shop.</summary>
public enum DemoWay { Api, Cardgate, CardgatePost, Link }

/// <summary>A Cardgate callback as it came.</summary>
/// <param name="IsValid">It was signed with the shop's secret key.</param>
public sealed record DemoCallback(string Body, string Status, bool IsValid);

/// <summary>One purchase in the demo shop, with all it heard about it.</summary>
public sealed class DemoOrder(string reference, string shopper, DemoProduct product, DemoWay way)
{
    private const int MostNotices = 20;

    private readonly ConcurrentQueue<string> _notices = new();
    private readonly ConcurrentQueue<DemoCallback> _callbacks = new();

    public string Reference => reference;

    public string Shopper => shopper;

    public DemoProduct Product => product;

    public DemoWay Way => way;

    public bool IsCardgate => way is DemoWay.Cardgate or DemoWay.CardgatePost;

    /// <summary>The invoice that Checkout made of it, <c>cpi_…</c>.</summary>
    public string? Invoice { get; set; }

    /// <summary>Where the shopper goes to pay; null until Checkout has said.</summary>
    public DemoFlow? Flow { get; set; }

    /// <summary>The query the shopper came back with; null until then.</summary>
    public string? Returned { get; set; }

    /// <summary>The bodies of the notices that came, with proof checked, oldest first.</summary>
    public IReadOnlyCollection<string> Notices => _notices;

    /// <summary>The callbacks that came, oldest first.</summary>
    public IReadOnlyCollection<DemoCallback> Callbacks => _callbacks;

    public void Hear(string notice)
    {
        _notices.Enqueue(notice);
        while (_notices.Count > MostNotices) _notices.TryDequeue(out _);
    }

    public void Hear(DemoCallback callback)
    {
        _callbacks.Enqueue(callback);
        while (_callbacks.Count > MostNotices) _callbacks.TryDequeue(out _);
    }
}
