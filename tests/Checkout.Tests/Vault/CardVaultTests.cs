using System.Security.Cryptography;
using System.Text;
using Checkout.Core.SavedCards;
using Checkout.Vault;

namespace Checkout.Tests.Vault;

public sealed class CardVaultTests
{
    private static readonly CardOwner Owner = new(1010, "shopper-1", 7);

    private readonly CardVault _vault = PlainVault.WithRandomKeys();

    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(19)]
    public void A_sealed_number_of_any_length_opens_for_its_owner(int length)
    {
        var number = PlainVault.CardOfLength(length);
        using var opened = _vault.Open(_vault.Seal(number, Owner), Owner);
        Assert.Equal(number.Digits(), opened.Digits());
        Assert.Equal(length, opened.Digits().Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Žofie 購物者")]
    public void Any_shopper_name_will_do(string? shopper)
    {
        var owner = Owner with { Shopper = shopper };
        Assert.Equal("4111111111111111", _vault.Open(_vault.Seal(PlainVault.Card(), owner), owner).Digits());
    }

    [Fact]
    public void A_very_long_shopper_name_is_bound_to_its_last_letter()
    {
        var owner = Owner with { Shopper = new string('x', 5000) + "a" };
        var number = _vault.Seal(PlainVault.Card(), owner);
        Assert.Equal("4111111111111111", _vault.Open(number, owner).Digits());
        PlainVault.Refuses(_vault, number, owner with { Shopper = new string('x', 5000) + "b" });
    }

    [Fact]
    public void A_row_that_was_moved_does_not_open()
    {
        var number = _vault.Seal(PlainVault.Card(), Owner);
        PlainVault.Refuses(_vault, number, Owner with { Merchant = 1011 });
        PlainVault.Refuses(_vault, number, Owner with { Card = 8 });
        PlainVault.Refuses(_vault, number, Owner with { Shopper = "shopper-2" });
        PlainVault.Refuses(_vault, number, Owner with { Shopper = "" });
        PlainVault.Refuses(_vault, number, Owner with { Shopper = null });
    }

    [Fact]
    public void An_unbound_card_does_not_open_for_a_nameless_shopper()
    {
        var number = _vault.Seal(PlainVault.Card(), Owner with { Shopper = null });
        PlainVault.Refuses(_vault, number, Owner with { Shopper = "" });
    }

    [Fact]
    public void A_row_pieced_together_from_two_cards_does_not_open()
    {
        var other = Owner with { Card = 8 };
        var one = _vault.Seal(PlainVault.Card(), Owner);
        var two = _vault.Seal(PlainVault.Card("5555555555554444"), other);
        foreach (var owner in new[] { Owner, other })
        {
            PlainVault.Refuses(_vault, one with { Ciphertext = two.Ciphertext }, owner);
            PlainVault.Refuses(_vault, one with { WrappedKey = two.WrappedKey }, owner);
        }

        // Two seals of one number for one owner have different keys too.
        PlainVault.Refuses(_vault, one with { Ciphertext = _vault.Seal(PlainVault.Card(), Owner).Ciphertext }, Owner);
    }

    [Fact]
    public void A_flipped_bit_anywhere_is_noticed()
    {
        var number = _vault.Seal(PlainVault.Card(), Owner);
        for (var i = 0; i < number.WrappedKey.Length; i++)
            PlainVault.Refuses(_vault, number with { WrappedKey = Flipped(number.WrappedKey, i) }, Owner);
        for (var i = 0; i < number.Ciphertext.Length; i++)
            PlainVault.Refuses(_vault, number with { Ciphertext = Flipped(number.Ciphertext, i) }, Owner);
    }

    [Fact]
    public void A_cut_off_or_lengthened_row_is_refused()
    {
        var number = _vault.Seal(PlainVault.Card(), Owner);
        for (var length = 0; length < number.WrappedKey.Length; length++)
            PlainVault.Refuses(_vault, number with { WrappedKey = number.WrappedKey[..length] }, Owner);
        for (var length = 0; length < number.Ciphertext.Length; length++)
            PlainVault.Refuses(_vault, number with { Ciphertext = number.Ciphertext[..length] }, Owner);
        PlainVault.Refuses(_vault, number with { WrappedKey = [.. number.WrappedKey, 0] }, Owner);
        PlainVault.Refuses(_vault, number with { Ciphertext = [.. number.Ciphertext, 0] }, Owner);
    }

    [Fact]
    public void A_number_keeps_opening_under_the_key_of_its_own_epoch()
    {
        byte[] first = RandomNumberGenerator.GetBytes(32), second = RandomNumberGenerator.GetBytes(32), print = RandomNumberGenerator.GetBytes(32);
        var before = new CardVault(new Dictionary<int, byte[]> { [1] = first }, print);
        var during = new CardVault(new Dictionary<int, byte[]> { [1] = first, [2] = second }, print);
        var after = new CardVault(new Dictionary<int, byte[]> { [2] = second }, print);

        var old = before.Seal(PlainVault.Card(), Owner);
        var fresh = during.Seal(PlainVault.Card(), Owner);
        Assert.Equal((1, 2), (old.Epoch, fresh.Epoch));
        Assert.Equal("4111111111111111", during.Open(old, Owner).Digits());
        Assert.Equal("4111111111111111", after.Open(fresh, Owner).Digits());
        PlainVault.Refuses(after, old, Owner);
        PlainVault.Refuses(during, old with { Epoch = 2 }, Owner);
    }

    [Fact]
    public void Sealing_the_same_number_twice_gives_unlike_rows_that_do_not_show_it()
    {
        var one = _vault.Seal(PlainVault.Card(), Owner);
        var two = _vault.Seal(PlainVault.Card(), Owner);
        Assert.NotEqual(one.Ciphertext, two.Ciphertext);
        Assert.NotEqual(one.WrappedKey, two.WrappedKey);
        Assert.Equal(60, one.WrappedKey.Length);
        Assert.Equal(-1, one.Ciphertext.AsSpan().IndexOf(Encoding.ASCII.GetBytes("4111111111111111")));
    }

    [Fact]
    public void A_number_that_was_wiped_is_neither_sealed_nor_fingerprinted()
    {
        var number = PlainVault.Card();
        number.Dispose();
        Assert.Throws<ArgumentException>(() => _vault.Seal(number, Owner));
        Assert.Throws<ArgumentException>(() => _vault.Fingerprint(1010, number));
    }

    [Fact]
    public void Fingerprints_are_the_same_for_ever_and_differ_by_merchant()
    {
        // Vectors computed elsewhere: HMAC-SHA-256, key 00..1f, over the merchant in four bytes and the digits.
        var vault = new CardVault(new Dictionary<int, byte[]> { [1] = PlainVault.CountingKey }, PlainVault.CountingKey);
        Assert.Equal("512C8C9602EC588AE4A23FA0898539760E60437AE25E717705BB318EA9B84A08",
            Convert.ToHexString(vault.Fingerprint(1010, PlainVault.Card())));
        Assert.Equal("2F1E03288EBD4FA8E153228C59921A7BB6CC9D862999B085C35039C4489582E6",
            Convert.ToHexString(vault.Fingerprint(1011, PlainVault.Card("4111 1111 1111 1111"))));
    }

    [Fact]
    public void Many_threads_may_use_one_vault()
    {
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, thread =>
        {
            var owner = Owner with { Card = thread };
            for (var i = 0; i < 500; i++) Assert.Equal("4111111111111111", _vault.Open(_vault.Seal(PlainVault.Card(), owner), owner).Digits());
        });
    }

    private static byte[] Flipped(byte[] bytes, int at)
    {
        var changed = bytes.ToArray();
        changed[at] ^= (byte)(1 << (at % 8));
        return changed;
    }
}
