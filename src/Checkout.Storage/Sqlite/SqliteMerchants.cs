using Checkout.Core.Merchants;
using Checkout.Storage.Json;

namespace Checkout.Storage.Sqlite;

/// <summary>The register of merchants in SQLite. Every change raises one number, which running servers watch.</summary>
internal sealed class SqliteMerchants(SqliteFile file) : IMerchantStore
{
    private const string RegisterVersion = "SELECT version FROM register";

    private const string AllMerchants = "SELECT id, name, is_sandbox, settings, version FROM merchant ORDER BY id";

    private const string AllKeys = "SELECT merchant, kind, hash, sealed, created FROM merchant_key ORDER BY merchant, created DESC, id DESC";

    private const string AddMerchant = "INSERT INTO merchant (id, name, is_sandbox, settings, version) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";

    private const string SetMerchant = "UPDATE merchant SET name = ?, settings = ?, version = version + 1 WHERE id = ?";

    private const string TouchMerchant = "UPDATE merchant SET version = version + 1 WHERE id = ?";

    public const string TouchRegister = "UPDATE register SET version = version + 1";

    private const string AddKey = "INSERT INTO merchant_key (merchant, kind, hash, sealed, created) VALUES (?, ?, ?, ?, ?)";

    private const string DropKeys =
        "DELETE FROM merchant_key WHERE merchant = ?1 AND kind = ?2 AND id NOT IN " +
        "(SELECT id FROM merchant_key WHERE merchant = ?1 AND kind = ?2 ORDER BY created DESC, id DESC LIMIT ?3)";

    public ValueTask<long> VersionAsync() => ValueTask.FromResult(file.Readers.Read(db =>
    {
        using var rows = db.Use(RegisterVersion);
        return rows.Read() ? rows.Long() : 0;
    }));

    public ValueTask<IReadOnlyList<MerchantEntry>> AllAsync() => ValueTask.FromResult<IReadOnlyList<MerchantEntry>>(file.Readers.Read(db =>
    {
        // One transaction, so that a merchant is never seen without the keys it was added with.
        db.Run("BEGIN");
        try
        {
            var keys = ReadKeys(db).ToLookup(key => key.Merchant);
            return ReadMerchants(db).ConvertAll(merchant => new MerchantEntry(merchant, [.. keys[merchant.Id]]));
        }
        finally
        {
            db.Run("COMMIT");
        }
    }));

    public ValueTask<bool> AddAsync(Merchant merchant, IReadOnlyList<MerchantKey> keys) => new(file.Writer.RunAsync(db =>
    {
        using var add = db.Use(AddMerchant);
        add.Put(merchant.Id).Put(merchant.Name).Put(merchant.IsSandbox).Put(merchant.Settings, StoredJson.Default.MerchantSettings).Put(merchant.Version);
        if (add.Run() == 0) return false;

        foreach (var key in keys) Insert(db, key);
        db.Run(TouchRegister);
        return true;
    }));

    public ValueTask<bool> SetAsync(int merchant, string name, MerchantSettings settings) => new(file.Writer.RunAsync(db =>
    {
        using var set = db.Use(SetMerchant);
        if (set.Put(name).Put(settings, StoredJson.Default.MerchantSettings).Put(merchant).Run() == 0) return false;

        db.Run(TouchRegister);
        return true;
    }));

    public ValueTask AddKeyAsync(MerchantKey key, int keep) => new(file.Writer.RunAsync(db =>
    {
        Insert(db, key);
        using var drop = db.Use(DropKeys);
        drop.Put(key.Merchant).Put((int)key.Kind).Put(keep).Run();
        using var touch = db.Use(TouchMerchant);
        touch.Put(key.Merchant).Run();
        db.Run(TouchRegister);
        return true;
    }));

    private static void Insert(Connection db, MerchantKey key)
    {
        using var insert = db.Use(AddKey);
        insert.Put(key.Merchant).Put((int)key.Kind).Put(key.Hash).Put(key.Sealed).Put(key.Created).Run();
    }

    private static List<Merchant> ReadMerchants(Connection db)
    {
        using var rows = db.Use(AllMerchants);
        List<Merchant> all = [];
        while (rows.Read())
        {
            all.Add(new Merchant
            {
                Id = rows.Int(), Name = rows.Text(), IsSandbox = rows.Flag(), Settings = StoredSettings.Read(rows.Bytes()), Version = rows.Int(),
            });
        }

        return all;
    }

    private static List<MerchantKey> ReadKeys(Connection db)
    {
        using var rows = db.Use(AllKeys);
        List<MerchantKey> all = [];
        while (rows.Read()) all.Add(new MerchantKey(rows.Int(), (MerchantKeyKind)rows.Int(), rows.Bytes(), rows.Bytes(), rows.Time()));
        return all;
    }
}
