using System.Buffers.Binary;
using System.Security.Cryptography;
using Checkout.Core.Payments;

namespace Checkout.Web.Pages.Pay;

/// <summary>Which of the page's forms a nonce belongs to.</summary>
public enum FormStep { Card = 1, Leave = 2, Remove = 3 }

/// <summary>
/// The word in each form that proves the form is ours, for this payment, this version of it and this step, made within the last day
/// (WEB-9). Whatever the form causes makes a new version, so a word works once.
/// </summary>
public sealed class FormNonce(IPageMac mac, TimeProvider clock)
{
    private const int MacBytes = 16;
    private const uint LifeMinutes = 24 * 60;

    public string Make(Payment payment, FormStep step)
    {
        Span<byte> word = stackalloc byte[sizeof(uint) + MacBytes];
        BinaryPrimitives.WriteUInt32BigEndian(word, Minute());
        Sign(payment, step, Minute(), word[sizeof(uint)..]);
        return Convert.ToHexStringLower(word);
    }

    /// <summary>Whether <paramref name="nonce"/> was made for the present version of this payment and this step.</summary>
    public bool Fits(string? nonce, Payment payment, FormStep step)
    {
        Span<byte> word = stackalloc byte[sizeof(uint) + MacBytes];
        if (nonce?.Length != word.Length * 2 || Convert.FromHexString(nonce, word, out _, out _) != System.Buffers.OperationStatus.Done) return false;

        var made = BinaryPrimitives.ReadUInt32BigEndian(word);
        var now = Minute();
        Span<byte> expected = stackalloc byte[MacBytes];
        Sign(payment, step, made, expected);
        // A minute ahead is forgiven: another node may have made it.
        return CryptographicOperations.FixedTimeEquals(expected, word[sizeof(uint)..]) && made <= now + 1 && now <= made + LifeMinutes;
    }

    private uint Minute() => (uint)(clock.GetUtcNow().ToUnixTimeSeconds() / 60);

    private void Sign(Payment payment, FormStep step, uint minute, Span<byte> into)
    {
        ReadOnlySpan<byte> purpose = "page.form.v1"u8;
        Span<byte> message = stackalloc byte[purpose.Length + 24];
        purpose.CopyTo(message);
        var parts = message[purpose.Length..];
        BinaryPrimitives.WriteInt32BigEndian(parts, payment.Merchant);
        BinaryPrimitives.WriteInt64BigEndian(parts[4..], payment.Number);
        BinaryPrimitives.WriteInt32BigEndian(parts[12..], payment.Version);
        BinaryPrimitives.WriteInt32BigEndian(parts[16..], (int)step);
        BinaryPrimitives.WriteUInt32BigEndian(parts[20..], minute);
        mac.Of(message).AsSpan(0, MacBytes).CopyTo(into);
    }
}
