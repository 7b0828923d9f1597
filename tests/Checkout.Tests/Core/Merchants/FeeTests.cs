using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Tests.Core.Till;

namespace Checkout.Tests.Core.Merchants;

/// <summary>What a merchant pays for a payment: whole minor units, none lost and none made.</summary>
public sealed class FeeTests
{
    public static TheoryData<string> Currencies => new(["JPY", "EUR", "KWD"]);

    [Theory]
    [InlineData(29_000, 30, 1050, 60)]
    [InlineData(14_000, 0, 2599, 36)]
    [InlineData(0, 40, 1000, 40)]
    [InlineData(0, 40, 39, 39)]
    [InlineData(1_000_000, 0, 999_999_999_999, 999_999_999_999)]
    [InlineData(1_000_000, 5, 7, 7)]
    [InlineData(1, 0, 499_999, 0)]
    // Halves go to the even neighbour.
    [InlineData(500_000, 0, 1, 0)]
    [InlineData(500_000, 0, 3, 2)]
    [InlineData(500_000, 0, 5, 2)]
    [InlineData(1, 0, 500_000, 0)]
    [InlineData(1, 0, 1_500_000, 2)]
    [InlineData(1, 0, 500_001, 1)]
    public void A_fee_is_a_share_and_something_fixed_and_never_above_the_amount(int millionths, long fixedMinor, long amount, long fee) =>
        Assert.Equal(fee, new Fee("EUR", millionths, fixedMinor).On(amount));

    [Theory, MemberData(nameof(Currencies))]
    public async Task Fee_and_deposit_are_the_amount_whatever_was_taken_of_it(string code)
    {
        var currency = Currency.Of(code);
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var fee = new Fee(code, random.Next(0, Fee.Whole + 1), random.Next(3) == 0 ? 0 : random.NextInt64(1, 5_000));
            var amount = random.NextInt64(1, random.Next(2) == 0 ? 100 : Amount.LargestMinor + 1);
            var payment = await OpenAsync(fee, new Amount(amount, currency));
            Assert.True(payment.FeeMinor >= 0 && payment.FeeMinor <= amount, $"Seed {seed}: {payment.FeeMinor} of {amount}");
            Assert.True(IsNearest(payment.FeeMinor - fee.FixedMinor, amount, fee.Millionths) || payment.FeeMinor == amount, $"Seed {seed}: {payment.FeeMinor} of {amount} by {fee}");

            foreach (var taken in new[] { 0, 1, random.NextInt64(0, amount + 1), amount })
            {
                var part = (payment with { CapturedMinor = taken }).CapturedFeeMinor;
                Assert.True(part >= 0 && part <= payment.FeeMinor && part <= taken, $"Seed {seed}: {part} of a fee of {payment.FeeMinor}, {taken} of {amount} taken");
                if (taken == amount) Assert.Equal(payment.FeeMinor, part);
            }
        }
    }

    [Fact]
    public async Task A_fee_is_fixed_when_the_payment_is_made_for_its_own_currency_and_no_card_check()
    {
        var payment = await OpenAsync(new Fee("EUR", 29_000, 30), Some.Money);
        Assert.Equal((105, 105L), (payment.FeeMinor, payment.Details.FeeMinor));
        Assert.Null((await OpenAsync(new Fee("USD", 29_000, 30), Some.Money)).Details.FeeMinor);
        Assert.Null((await OpenAsync(new Fee("EUR", 29_000, 30), Some.Money, PaymentPurpose.CardCheck)).Details.FeeMinor);
    }

    /// <summary>No whole number is nearer to the exact share.</summary>
    private static bool IsNearest(long share, long amount, long millionths) => Int128.Abs(((Int128)share * Fee.Whole) - ((Int128)amount * millionths)) * 2 <= Fee.Whole;

    private static async Task<Payment> OpenAsync(Fee fee, Amount amount, PaymentPurpose purpose = PaymentPurpose.Purchase)
    {
        var till = new Till.Till();
        till.Merchant = till.Merchant with { Settings = new MerchantSettings { Fees = [fee] } };
        var open = new OpenPayment(till.Store.Numbers, till.Clock, new Some.CountingSource());
        return await open.RunAsync(till.Order with { Amount = amount, Purpose = purpose }, CardNeed.FullCard);
    }
}
