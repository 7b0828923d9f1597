using System.Security.Cryptography;
using Checkout.Core.Payments;
using Checkout.Tests.Connectors;
using Checkout.Tests.Core;
using Checkout.Web.Pages.Pay;

namespace Checkout.Tests.Pages.Pay;

public sealed class FormNonceTests
{
    private readonly TestClock _clock = new();
    private readonly FormNonce _nonce;

    public FormNonceTests() => _nonce = new FormNonce(new KnownMac(), _clock);

    [Fact]
    public void Fits_the_form_it_was_made_for()
    {
        var word = _nonce.Make(Some.Payment(), FormStep.Card);
        Assert.True(_nonce.Fits(word, Some.Payment(), FormStep.Card));
        Assert.False(_nonce.Fits(word, Some.Payment(), FormStep.Leave));
    }

    [Fact]
    public void Does_not_fit_another_payment_merchant_or_version()
    {
        var word = _nonce.Make(Some.Payment(), FormStep.Card);
        Assert.False(_nonce.Fits(word, Some.Payment() with { Number = 100002 }, FormStep.Card));
        Assert.False(_nonce.Fits(word, Some.Payment() with { Merchant = 8 }, FormStep.Card));
        Assert.False(_nonce.Fits(word, Some.Payment() with { Version = 4 }, FormStep.Card));
    }

    [Fact]
    public void Lives_a_day()
    {
        var word = _nonce.Make(Some.Payment(), FormStep.Card);
        _clock.Pass(TimeSpan.FromHours(24));
        Assert.True(_nonce.Fits(word, Some.Payment(), FormStep.Card));
        _clock.Pass(TimeSpan.FromMinutes(1));
        Assert.False(_nonce.Fits(word, Some.Payment(), FormStep.Card));
    }

    [Fact]
    public void Does_not_come_from_the_future()
    {
        var ahead = new TestClock();
        ahead.Pass(TimeSpan.FromMinutes(3));
        var word = new FormNonce(new KnownMac(), ahead).Make(Some.Payment(), FormStep.Card);
        Assert.False(_nonce.Fits(word, Some.Payment(), FormStep.Card));
    }

    [Fact]
    public void One_changed_digit_anywhere_spoils_it()
    {
        var word = _nonce.Make(Some.Payment(), FormStep.Card);
        for (var i = 0; i < word.Length; i++)
        {
            var changed = word[..i] + (word[i] == '0' ? '1' : '0') + word[(i + 1)..];
            Assert.False(_nonce.Fits(changed, Some.Payment(), FormStep.Card));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("00000000000000000000000000000000000000000000")]
    public void Nonsense_fits_nothing(string? word) => Assert.False(_nonce.Fits(word, Some.Payment(), FormStep.Card));

    private sealed class KnownMac : IPageMac
    {
        public byte[] Of(ReadOnlySpan<byte> message) => HMACSHA256.HashData("a key for tests"u8, message);
    }
}
