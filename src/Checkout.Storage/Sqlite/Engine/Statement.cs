using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SQLitePCL;

namespace Checkout.Storage.Sqlite;

/// <summary>
/// A prepared statement that is kept for the life of its connection. Parameters are put in the order of the question marks, columns are
/// taken in the order of the select list.
/// </summary>
internal sealed class Statement(Connection owner, sqlite3_stmt handle) : IDisposable
{
    private const int ShortText = 512;

    private int _parameter;
    private int _column;

    public Statement Put(long value) => Bound(raw.sqlite3_bind_int64(handle, ++_parameter, value));

    public Statement Put(long? value) => value is { } known ? Put(known) : PutNull();

    public Statement Put(bool value) => Put(value ? 1L : 0L);

    public Statement Put(bool? value) => value is { } known ? Put(known) : PutNull();

    public Statement Put(DateTimeOffset value) => Put(value.ToUnixTimeMilliseconds());

    public Statement Put(DateTimeOffset? value) => value is { } known ? Put(known) : PutNull();

    public Statement Put(string? value)
    {
        if (value is null) return PutNull();
        // An empty span has no address, which SQLite would take for NULL.
        if (value.Length == 0) return Bound(raw.sqlite3_bind_text(handle, ++_parameter, ""));
        var size = Encoding.UTF8.GetMaxByteCount(value.Length);
        var bytes = size <= ShortText ? stackalloc byte[ShortText] : new byte[size];
        var length = Encoding.UTF8.GetBytes(value, bytes);
        return Bound(raw.sqlite3_bind_text(handle, ++_parameter, (ReadOnlySpan<byte>)bytes[..length]));
    }

    public Statement Put(byte[]? value)
    {
        if (value is null) return PutNull();
        return Bound(value.Length == 0 ? raw.sqlite3_bind_zeroblob(handle, ++_parameter, 0) : raw.sqlite3_bind_blob(handle, ++_parameter, value));
    }

    public Statement Put<T>(T? value, JsonTypeInfo<T> shape)
        where T : class =>
        value is null ? PutNull() : Bound(raw.sqlite3_bind_text(handle, ++_parameter, owner.Write(value, shape)));

    /// <summary>Every parameter is NULL until a value is put: a call less for each that stays so.</summary>
    public Statement PutNull()
    {
        _parameter++;
        return this;
    }

    /// <summary>Runs to the end.</summary>
    /// <returns>How many rows were changed.</returns>
    public int Run()
    {
        while (Read())
        {
        }

        return owner.Changes;
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Read()
    {
        _column = 0;
        var code = raw.sqlite3_step(handle);
        return code switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            _ => throw owner.Trouble(code),
        };
    }

    public long Long() => raw.sqlite3_column_int64(handle, _column++);

    public int Int() => checked((int)Long());

    public bool Flag() => Long() != 0;

    public DateTimeOffset Time() => DateTimeOffset.FromUnixTimeMilliseconds(Long());

    public long? LongOrNull() => SkipNull() ? null : Long();

    public int? IntOrNull() => SkipNull() ? null : Int();

    public DateTimeOffset? TimeOrNull() => SkipNull() ? null : Time();

    public string Text() => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, _column++));

    public string? TextOrNull() => SkipNull() ? null : Text();

    public byte[] Bytes() => raw.sqlite3_column_blob(handle, _column++).ToArray();

    public byte[]? BytesOrNull() => SkipNull() ? null : Bytes();

    public T Json<T>(JsonTypeInfo<T> shape)
        where T : class =>
        JsonSerializer.Deserialize(raw.sqlite3_column_blob(handle, _column++), shape) ?? throw new InvalidOperationException("A stored text is empty.");

    public T? JsonOrNull<T>(JsonTypeInfo<T> shape)
        where T : class =>
        SkipNull() ? null : Json(shape);

    /// <summary>Hands the statement back; it stays prepared, and forgets its parameters.</summary>
    public void Dispose()
    {
        _ = raw.sqlite3_reset(handle);
        _ = raw.sqlite3_clear_bindings(handle);
    }

    internal Statement Begin()
    {
        _parameter = 0;
        return this;
    }

    internal void Close() => handle.Dispose();

    private Statement Bound(int code)
    {
        owner.Check(code);
        return this;
    }

    private bool SkipNull()
    {
        if (raw.sqlite3_column_type(handle, _column) != raw.SQLITE_NULL) return false;
        _column++;
        return true;
    }
}
