using Checkout.Core.SavedCards;
using Checkout.Core.Upstream;
using Checkout.Vault;

namespace Checkout.Tests.Vault;

/// <summary>Upstreams' words for cards, sealed like numbers.</summary>
public sealed class TokenSealTests
{
    private static readonly UpstreamToken Word = UpstreamToken.Of("C0D510746B513D66093609AA92BDA295")!;
    private static readonly CardOwner Owner = new(1010, "shopper-7", 12);

    private readonly CardVault _vault = PlainVault.WithRandomKeys();

    [Fact]
    public void A_sealed_word_opens_for_its_card_only()
    {
        var row = _vault.Seal(Word, Owner);
        Assert.Equal(Word, _vault.Open(row, Owner));
        foreach (var other in new[] { Owner with { Merchant = 1011 }, Owner with { Card = 13 }, Owner with { Shopper = "shopper-8" }, Owner with { Shopper = null } })
            Assert.Throws<VaultRefusedException>(() => _vault.Open(row, other));
    }

    [Fact]
    public void A_bit_that_flipped_anywhere_is_refused()
    {
        var row = _vault.Seal(Word, Owner);
        for (var at = 0; at < row.Length; at++)
        {
            var flipped = row.ToArray();
            flipped[at] ^= 1;
            Assert.Throws<VaultRefusedException>(() => _vault.Open(flipped, Owner));
        }

        Assert.Throws<VaultRefusedException>(() => _vault.Open([], Owner));
    }

    [Fact]
    public void The_word_lies_in_no_row_and_two_rows_of_it_differ()
    {
        var (one, two) = (_vault.Seal(Word, Owner), _vault.Seal(Word, Owner));
        Assert.NotEqual(one, two);
        Assert.Equal(-1, one.AsSpan().IndexOf("C0D51074"u8));
    }

    [Fact]
    public void The_same_word_of_the_same_connector_is_the_same_card()
    {
        var print = _vault.Fingerprint(1010, "smart2pay-1", Word);
        Assert.Equal(print, _vault.Fingerprint(1010, "smart2pay-1", UpstreamToken.Of(Word.Reveal())!));
        Assert.NotEqual(print, _vault.Fingerprint(1010, "smart2pay-2", Word));
        Assert.NotEqual(print, _vault.Fingerprint(1011, "smart2pay-1", Word));
        Assert.NotEqual(print, _vault.Fingerprint(1010, "smart2pay-1", UpstreamToken.Of("C0D510746B513D66093609AA92BDA296")!));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("línea")]
    public void What_cannot_be_a_word_is_none(string? text) => Assert.Null(UpstreamToken.Of(text));

    [Fact]
    public void A_word_does_not_print_itself() => Assert.DoesNotContain("C0D5", $"{Word} {new { Word }}", StringComparison.Ordinal);
}
