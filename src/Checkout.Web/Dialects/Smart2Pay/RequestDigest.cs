using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Checkout.Web.Dialects.Smart2Pay.Wire;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>
/// What makes two requests the same: their values in a fixed order, each with its length, so that no value can pose as two. Absent, null and
/// empty are the same; a security code only counts as given or not (PAY-11).
/// </summary>
public sealed class RequestDigest
{
    private readonly ArrayBufferWriter<byte> _bytes = new(512);

    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    public RequestDigest Add(Field field) => field.IsWrong ? Add(-1) : Add(field.Text);

    public RequestDigest Add(bool flag) => Add(flag ? 1 : 0);

    public RequestDigest Add(string? text)
    {
        if (string.IsNullOrEmpty(text)) return Add(0);
        var length = Encoding.UTF8.GetByteCount(text);
        Add(length);
        Encoding.UTF8.GetBytes(text, _bytes.GetSpan(length));
        _bytes.Advance(length);
        return this;
    }

    public RequestDigest Add(ReadOnlySpan<byte> value)
    {
        Add(value.Length);
        _bytes.Write(value);
        return this;
    }

    /// <summary>Notes whether an object was sent, and tells whether its values follow.</summary>
    public bool Opens<T>(Part<T> part)
        where T : class
    {
        Add(part.IsWrong ? -1 : part.Value is null ? 0 : 1);
        return part.Value is not null;
    }

    private RequestDigest Add(int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(4), number);
        _bytes.Advance(4);
        return this;
    }
}
