using System.Buffers.Binary;
using System.Text;
using Checkout.Core.SavedCards;

namespace Checkout.Vault;

/// <summary>
/// The bytes a card's key and number are bound to (GCM's associated data). Each field has a fixed place; the shopper, of any length,
/// comes last, so no two owners share the same bytes. Cards are numbered per merchant: merchant and number name a card.
/// </summary>
internal static class CardBinding
{
    /// <summary>merchant 4 | card 8 | epoch 4</summary>
    public const int KeyBytes = 16;

    /// <summary>Room that fits nearly every shopper's name; longer ones cost an allocation.</summary>
    public const int UsualBytes = 128;

    private const byte NumberSchema = 1;
    private const byte TokenSchema = 2;

    /// <summary>schema 1 | merchant 4 | card 8 | epoch 4 | has shopper 1</summary>
    private const int FixedBytes = 1 + KeyBytes + 1;

    public static Span<byte> OfKey(CardOwner owner, int epoch, Span<byte> room)
    {
        BinaryPrimitives.WriteInt32BigEndian(room, owner.Merchant);
        BinaryPrimitives.WriteInt64BigEndian(room[4..], owner.Card);
        BinaryPrimitives.WriteInt32BigEndian(room[12..], epoch);
        return room[..KeyBytes];
    }

    public static Span<byte> OfNumber(CardOwner owner, int epoch, Span<byte> room) => Of(NumberSchema, owner, epoch, room);

    /// <summary>Of an upstream's token for the card; never the same bytes as those of its number.</summary>
    public static Span<byte> OfToken(CardOwner owner, int epoch, Span<byte> room) => Of(TokenSchema, owner, epoch, room);

    private static Span<byte> Of(byte schema, CardOwner owner, int epoch, Span<byte> room)
    {
        var length = FixedBytes + Encoding.UTF8.GetByteCount(owner.Shopper ?? "");
        if (room.Length < length) room = new byte[length];
        room[0] = schema;
        OfKey(owner, epoch, room[1..]);
        room[FixedBytes - 1] = (byte)(owner.Shopper is null ? 0 : 1);
        Encoding.UTF8.GetBytes(owner.Shopper ?? "", room[FixedBytes..]);
        return room[..length];
    }
}
