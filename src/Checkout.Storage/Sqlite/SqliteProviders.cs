using Checkout.Core.Providers;
using Checkout.Core.Upstream;

namespace Checkout.Storage.Sqlite;

/// <summary>Provider accounts in SQLite. A change moves the register's version, which running servers watch.</summary>
internal sealed class SqliteProviders(SqliteFile file) : IProviderStore
{
    private const string Columns = "merchant, number, kind, url, cardgate_url, account, entry, is_test, place, is_retired, key, secret, service";

    private const string All = "SELECT " + Columns + " FROM provider_account ORDER BY merchant, place, number";

    private const string Add =
        "INSERT INTO provider_account (" + Columns + ") SELECT ?1, COALESCE((SELECT MAX(number) FROM provider_account WHERE merchant = ?1), 0) + 1, " +
        "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12 WHERE EXISTS (SELECT 1 FROM merchant WHERE id = ?1) RETURNING number";

    private const string Retire = "UPDATE provider_account SET is_retired = ? WHERE merchant = ? AND number = ?";

    public ValueTask<IReadOnlyList<ProviderAccount>> AllAsync() => file.Readers.AllAsync(All, sql => sql, Read);

    public ValueTask<ProviderAccount?> AddAsync(ProviderAccount account) => new(file.Writer.RunAsync(db =>
    {
        using var add = db.Use(Add);
        add.Put(account.Merchant).Put((int)account.Kind).Put(account.Url).Put(account.CardgateUrl).Put(account.Account).Put((int)account.Entry)
            .Put(account.IsTest).Put(account.Order).Put(account.IsRetired).Put(account.SealedKey).Put(account.SealedSecret).Put(account.Service);
        if (!add.Read()) return null;

        var number = add.Int();
        add.Read();
        db.Run(SqliteMerchants.TouchRegister);
        return account with { Number = number };
    }));

    public ValueTask<bool> RetireAsync(int merchant, int number, bool isRetired) => new(file.Writer.RunAsync(db =>
    {
        using var retire = db.Use(Retire);
        if (retire.Put(isRetired).Put(merchant).Put(number).Run() == 0) return false;

        db.Run(SqliteMerchants.TouchRegister);
        return true;
    }));

    private static ProviderAccount Read(Statement row) => new()
    {
        Merchant = row.Int(),
        Number = row.Int(),
        Kind = (ProviderKind)row.Int(),
        Url = row.Text(),
        CardgateUrl = row.TextOrNull(),
        Account = row.Text(),
        Entry = (CardEntry)row.Int(),
        IsTest = row.Flag(),
        Order = row.Int(),
        IsRetired = row.Flag(),
        SealedKey = row.Bytes(),
        SealedSecret = row.BytesOrNull(),
        Service = row.TextOrNull(),
    };
}
