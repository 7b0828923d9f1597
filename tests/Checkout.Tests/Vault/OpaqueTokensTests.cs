using System.Security.Cryptography;
using Checkout.Core.Tokens;
using Checkout.Vault;

namespace Checkout.Tests.Vault;

public sealed class OpaqueTokensTests
{
    private static readonly TokenTarget Target = new(1010, 7, 42);

    private readonly OpaqueTokens _tokens =
        new(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));

    [Fact]
    public void A_word_is_one_block_of_the_layout_that_is_fixed_for_ever()
    {
        // Computed with openssl enc -aes-256-ecb -nopad, key 00..1f, over 000003F2 0000000007 0000000000002A.
        var tokens = new OpaqueTokens(PlainVault.CountingKey, PlainVault.CountingKey, PlainVault.CountingKey);
        Assert.Equal("4152C8030AB0BDE328CFD8B12C8959BE", tokens.Seal(TokenPurpose.SavedCard, Target));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1010, 1, 255)]
    [InlineData(33258, 0xFF_FFFF_FFFF, 0xFF_FFFF_FFFF_FFFF)]
    [InlineData(int.MaxValue, 0x80_0000_0001, 0x80_0000_0000_0000)]
    public void Every_target_comes_back(int merchant, long number, long check)
    {
        foreach (var purpose in Enum.GetValues<TokenPurpose>())
        {
            var word = _tokens.Seal(purpose, new TokenTarget(merchant, number, check));
            Assert.Matches("^[0-9A-F]{32}$", word);
            Assert.True(_tokens.TryOpen(purpose, word, out var target));
            Assert.Equal(new TokenTarget(merchant, number, check), target);
        }
    }

    [Fact]
    public void Lower_case_is_understood()
    {
        Assert.True(_tokens.TryOpen(TokenPurpose.PageLink, _tokens.Seal(TokenPurpose.PageLink, Target).ToLowerInvariant(), out var target));
        Assert.Equal(Target, target);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789ABCDEF0123456789ABCDE")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF0")]
    [InlineData("0123456789ABCDEF0123456789ABCDEG")]
    [InlineData("0123456789ABCDEF 123456789ABCDEF")]
    [InlineData("０123456789ABCDEF0123456789ABCDEF")]
    public void What_is_not_32_hex_digits_is_no_word(string? word) => Assert.False(_tokens.TryOpen(TokenPurpose.PageLink, word, out _));

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(1, -1, 0)]
    [InlineData(1, 0, -1)]
    [InlineData(1, 1L << 40, 0)]
    [InlineData(1, 0, 1L << 56)]
    public void A_target_that_does_not_fit_the_block_is_a_mistake_of_ours(int merchant, long number, long check) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _tokens.Seal(TokenPurpose.SavedCard, new TokenTarget(merchant, number, check)));

    [Fact]
    public void A_word_of_one_purpose_opens_nothing_of_another()
    {
        var word = _tokens.Seal(TokenPurpose.SavedCard, Target);
        foreach (var purpose in new[] { TokenPurpose.PageLink, TokenPurpose.BankReturn })
        {
            Assert.True(_tokens.TryOpen(purpose, word, out var other));
            Assert.NotEqual(Target.Check, other.Check);
        }
    }

    [Fact]
    public void A_changed_character_names_something_else()
    {
        var word = _tokens.Seal(TokenPurpose.PageLink, Target);
        for (var i = 0; i < word.Length; i++)
        {
            var changed = word[..i] + (word[i] == '0' ? '1' : '0') + word[(i + 1)..];
            Assert.True(_tokens.TryOpen(TokenPurpose.PageLink, changed, out var other));
            Assert.NotEqual(Target.Check, other.Check);
        }
    }

    [Fact]
    public void Neighbours_in_a_row_look_unrelated_and_never_meet()
    {
        const int count = 200_000;
        var seen = new HashSet<string>(count);
        Span<int> ones = stackalloc int[128];
        for (var number = 0; number < count; number++)
        {
            // The check value stays the same: even then nothing of the order shows.
            var word = _tokens.Seal(TokenPurpose.PageLink, Target with { Number = number });
            Assert.True(seen.Add(word));
            var bytes = Convert.FromHexString(word);
            for (var bit = 0; bit < 128; bit++) ones[bit] += (bytes[bit / 8] >> (bit % 8)) & 1;
        }

        // Each bit is set in half of the words; seven standard deviations (±1,565) of a fair coin make a false alarm unthinkable.
        foreach (var set in ones) Assert.InRange(set, (count / 2) - 1565, (count / 2) + 1565);
    }

    [Fact]
    public void Many_threads_may_use_them()
    {
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, thread =>
        {
            for (var i = 0; i < 5000; i++)
            {
                var target = new TokenTarget(thread, i, 42);
                Assert.True(_tokens.TryOpen(TokenPurpose.SavedCard, _tokens.Seal(TokenPurpose.SavedCard, target), out var back));
                Assert.Equal(target, back);
            }
        });
    }
}
