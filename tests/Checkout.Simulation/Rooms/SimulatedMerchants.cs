using Checkout.Core.Merchants;

namespace Checkout.Simulation.Rooms;

/// <summary>Two merchants who must never see each other's rows. The second wants late charges to count.</summary>
internal sealed class SimulatedMerchants : IMerchants
{
    public const int First = 1;
    public const int Second = 2;

    private readonly Merchant[] _all;

    public SimulatedMerchants(int tokenLimit) => _all = [Make(First, tokenLimit), Make(Second, tokenLimit)];

    public IReadOnlyList<Merchant> All => _all;

    public Merchant? Find(int merchant) => merchant is First or Second ? _all[merchant - 1] : null;

    private static Merchant Make(int id, int tokenLimit) => new() { Id = id, Name = "Shop", Settings = new MerchantSettings { TokenLimit = tokenLimit, Payouts = true, PayoutDailyLimit = 3000, LateCharge = id == First ? LateCharge.Void : LateCharge.Adopt, NotificationUrl = "https://shop.example/" } };
}
