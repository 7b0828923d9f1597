using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Storage.Sqlite;

namespace Archive;

/// <summary>An archive with many payments of one merchant, a hundredth of them failed and a hundredth in another currency.</summary>
internal sealed class FilledArchive : IAsyncDisposable
{
    public const int Site = 1010;

    private const int AtOnce = 2000;

    private static readonly DateTimeOffset Begun = new(2031, 5, 6, 12, 0, 0, TimeSpan.Zero);

    private readonly SqliteArchive _archive;

    private FilledArchive(SqliteArchive archive, int count) => (_archive, Count) = (archive, count);

    public int Count { get; }

    public IPaymentStore Payments => _archive.Payments;

    public static string ReferenceOf(long number) => FormattableString.Invariant($"order-{number}");

    public static async Task<FilledArchive> MakeAsync(string directory, int count)
    {
        var filled = new FilledArchive(new SqliteArchive(directory, TimeProvider.System), count);
        if (await filled.Payments.FindAsync(Site, count) is not null) return filled;
        for (var first = 1; first <= count; first += AtOnce)
        {
            var verdict = await filled.Payments.CommitAsync([.. Enumerable.Range(first, Math.Min(AtOnce, count - first + 1)).Select(number => new Write.NewPayment(PaymentOf(number), Actor.Merchant))]);
            if (verdict != Verdict.Done) throw new InvalidOperationException($"The archive said {verdict}.");
        }

        return filled;
    }

    public async ValueTask DisposeAsync() => await _archive.DisposeAsync();

    private static Payment PaymentOf(int number) => new()
    {
        Merchant = Site,
        Number = number,
        Dialect = Dialect.Smart2Pay,
        IsTest = true,
        Reference = ReferenceOf(number),
        Amount = new Amount(2599, Currency.Of(number % 100 == 7 ? "USD" : "EUR")),
        Status = number % 100 == 0 ? PaymentStatus.Failed : PaymentStatus.Captured,
        Version = 1,
        LinkCheck = number,
        Created = Begun.AddSeconds(number),
        Changed = Begun.AddSeconds(number),
        ReturnUrl = "https://shop.example/back?o=7",
        Details = new PaymentDetails { Description = "Two books", Shopper = new Checkout.Core.Shoppers.ShopperDetails("shopper-7", "ana@shop.example", "Ana", "Pop", null, null, null, null, null) },
    };
}
