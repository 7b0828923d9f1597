using Checkout.Core.Storage;

namespace Checkout.Storage.Sqlite;

/// <summary>How a browser's name for a payment lies in its table.</summary>
internal static class PublicIdRow
{
    /// <summary>A condition on payments: the one this word names.</summary>
    public const string IsNamed = "WHERE (merchant, number) = (SELECT merchant, payment FROM public_id WHERE word = ?)";

    private const string InsertSql = "INSERT INTO public_id (word, merchant, payment) VALUES (?, ?, ?)";

    public static void Insert(Connection db, Write.NewPublicId name)
    {
        using var insert = db.Use(InsertSql);
        insert.Put(name.Id).Put(name.Merchant).Put(name.Payment).Run();
    }
}
