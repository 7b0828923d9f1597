using Checkout.CrashTests.Load;
using Checkout.CrashTests.Processes;
using Checkout.Tests.Server.Notices;

namespace Checkout.CrashTests.Books;

/// <summary>What is left when all is calm again: the payments, and everything that does not fit together.</summary>
internal sealed record Reckoning(IReadOnlyList<Reconciled> Payments, int Payouts, IReadOnlyList<string> Broken)
{
    public int Lost => Broken.Count(b => b.StartsWith("I10", StringComparison.Ordinal));

    /// <param name="chain">The servers, both up.</param>
    /// <param name="shop">Where notices went.</param>
    /// <param name="diary">What clients saw.</param>
    /// <param name="random">Chooses what is asked again.</param>
    public static async Task<Reckoning> MakeAsync(MortalChain chain, ReceivingShop shop, Diary diary, Random random)
    {
        using var still = new CancellationTokenSource();
        var merchant = new Caller(chain.A.Address, diary, still.Token);
        var bank = new Caller(chain.B.Address, diary, still.Token);
        await Calm.ComeAsync(chain);
        foreach (var heard in shop.Heard.Where(n => n.Kind == "Payment")) diary.TellPayment(heard.Json["Payment"]!["SiteID"]!.ToString(), heard.Json["Payment"]!, "notice");
        var payments = await Ledger.ReadAsync(chain, bank);
        var payouts = await Books.Payouts.CheckAsync(chain, bank, diary);
        List<string> broken =
        [
            .. payouts.Broken,
            .. Invariants.Broken(payments, diary, shop.Heard),
            .. Ledger.Orphans(chain).Select(o => "I2: the provider has what nobody here intended: " + o),
            .. await Calm.RepeatedAsync(merchant, diary, random),
            .. await Calm.VerifiedAsync(chain),
        ];
        return new Reckoning(payments, payouts.Count, broken);
    }
}
