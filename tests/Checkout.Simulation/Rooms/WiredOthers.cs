using Checkout.Core.Notices;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Rooms;

/// <summary>Saved cards as a process sees them.</summary>
internal sealed class WiredCards(StoreWire wire, World world) : ISavedCardStore
{
    private readonly ISavedCardStore _store = world.Store.SavedCards;

    public ValueTask<SavedCard?> FindAsync(int merchant, long card) => wire.ReadAsync(() => _store.FindAsync(merchant, card));

    public ValueTask<SavedCard?> FindByWordAsync(int merchant, byte[] fingerprint) => wire.ReadAsync(() => _store.FindByWordAsync(merchant, fingerprint));

    public ValueTask<byte[]?> TokenAsync(int merchant, long card, string connector) => wire.ReadAsync(() => _store.TokenAsync(merchant, card, connector));

    public ValueTask<IReadOnlyList<SavedCard>> OfShopperAsync(int merchant, string shopper, bool isTest, int tokenLimit, int most) =>
        wire.ReadAsync(() => _store.OfShopperAsync(merchant, shopper, isTest, tokenLimit, most));

    public ValueTask<IReadOnlyList<SavedCard>> SameCardAsync(int merchant, string shopper, byte[] fingerprint) =>
        wire.ReadAsync(() => _store.SameCardAsync(merchant, shopper, fingerprint));
}

/// <summary>The outbox as a process sees it.</summary>
internal sealed class WiredNotices(StoreWire wire, World world) : INoticeStore
{
    private readonly INoticeStore _store = world.Store.Notices;

    public ValueTask<IReadOnlyList<Notice>> DueAsync(DateTimeOffset now, int limit, int perMerchant) => wire.ReadAsync(() => _store.DueAsync(now, limit, perMerchant));

    public Task ForgetAsync(Notice notice) => wire.WriteAsync(() => Done(_store.ForgetAsync(notice)));

    public ValueTask<long> NewestAsync(Notice notice) => wire.ReadAsync(() => _store.NewestAsync(notice));

    public Task DeliveredAsync(Notice notice, DateTimeOffset at, long tells) => wire.WriteAsync(() => Done(_store.DeliveredAsync(notice, at, tells)));

    public Task HoldAsync(Notice notice, DateTimeOffset until) => wire.WriteAsync(() => Done(_store.HoldAsync(notice, until)));

    public Task PostponeAsync(Notice notice, DateTimeOffset? next) => wire.WriteAsync(() => Done(_store.PostponeAsync(notice, next)));

    public Task<int> ResendAsync(int merchant, DateTimeOffset since, DateTimeOffset now) => wire.WriteAsync(() => _store.ResendAsync(merchant, since, now).Result);

    private static bool Done(Task task) => task.IsCompletedSuccessfully;
}

/// <summary>Request keys as a process sees them.</summary>
internal sealed class WiredRequests(StoreWire wire, World world) : IRequestStore
{
    private readonly IRequestStore _store = world.Store.Requests;

    public ValueTask<SeenRequest?> FindAsync(int merchant, string endpoint, string key) => wire.ReadAsync(() => _store.FindAsync(merchant, endpoint, key));

    public Task<bool> AnswerAsync(RequestKey key, long? payment, int status, byte[] body, DateTimeOffset at) =>
        wire.WriteAsync(() => _store.AnswerAsync(key, payment, status, body, at).Result);
}
