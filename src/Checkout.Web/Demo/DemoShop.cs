using System.Collections.Concurrent;
using Checkout.Core.Chance;

namespace Checkout.Web.Demo;

/// <summary>The shop's own memory: what it sells and its latest orders. A shop this small forgets them at a restart.</summary>
public sealed class DemoShop(IRandomSource random)
{
    private const int MostOrders = 1000;

    private readonly ConcurrentDictionary<string, DemoOrder> _orders = new();
    private readonly ConcurrentQueue<string> _age = new();

    public static IReadOnlyList<DemoProduct> Products { get; } =
    [
        new("mug", "Enamel mug", "Keeps coffee warm through a long deploy.", 1490, "EUR"),
        new("lamp", "Desk lamp", "Warm light, heavy base, no app.", 4900, "EUR"),
        new("chair", "Reading chair", "Oak and wool, made to be repaired.", 129900, "USD"),
    ];

    public static DemoProduct? Product(string? id) => Products.FirstOrDefault(p => p.Id == id);

    public string NewShopper() => "demo-" + random.Word(16);

    public DemoOrder Order(string shopper, DemoProduct product, DemoWay way)
    {
        var order = new DemoOrder("demo-" + random.Word(12), shopper, product, way);
        _orders[order.Reference] = order;
        _age.Enqueue(order.Reference);
        if (_orders.Count > MostOrders && _age.TryDequeue(out var oldest)) _orders.TryRemove(oldest, out _);
        return order;
    }

    public DemoOrder? Find(string? reference) => reference is not null && _orders.TryGetValue(reference, out var order) ? order : null;

    /// <summary>The shopper's orders, newest first.</summary>
    public IReadOnlyList<DemoOrder> OfShopper(string shopper) => [.. _age.Reverse().Select(Find).OfType<DemoOrder>().Where(o => o.Shopper == shopper).Take(10)];
}
