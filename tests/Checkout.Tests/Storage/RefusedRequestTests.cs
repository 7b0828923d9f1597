using Checkout.Core.Storage;
using Checkout.Storage.Sqlite;

namespace Checkout.Tests.Storage;

/// <summary>Refused requests come back for a month and do not pile up.</summary>
public sealed class RefusedRequestTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task What_is_older_than_a_month_goes_with_what_is_new()
    {
        await using var archive = new SqliteArchive(_directory.Path, TimeProvider.System);
        var store = archive.RefusedRequests;
        for (var number = 1; number <= 4; number++) await store.KeepAsync(Request(number, Start));
        await store.KeepAsync(Request(5, Start.AddDays(31)));
        foreach (var number in new[] { 1, 4, 5 }) Assert.Equal(Request(number, default).Answer, (await store.FindAsync(7, number))!.Answer);
        Assert.Null(await store.FindAsync(8, 1));
        Assert.Equal(Start, (await store.FindAsync(7, 4))!.At);

        await store.KeepAsync(Request(6, Start.AddDays(31).AddMilliseconds(1)));
        Assert.Equal("3 4 5", await FoundAsync(store, 1, 2, 3, 4, 5));
        await store.KeepAsync(Request(7, Start.AddDays(32)));
        Assert.Equal("5 6", await FoundAsync(store, 3, 4, 5, 6));
    }

    private static RefusedRequest Request(long number, DateTimeOffset at) => new(7, number, at, [(byte)number, 255]);

    private static async Task<string> FoundAsync(IRefusedRequestStore store, params int[] numbers)
    {
        List<int> found = [];
        foreach (var number in numbers)
        {
            if (await store.FindAsync(7, number) is not null) found.Add(number);
        }

        return string.Join(' ', found);
    }
}
