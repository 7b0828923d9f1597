using Checkout.Connectors.Simulator;
using Checkout.Core.Payments;

namespace Checkout.Tests.Connectors.Simulator;

/// <summary>Where only listed test cards are allowed, every other number is an invalid card.</summary>
public sealed class ListedCardTests
{
    private static readonly DateOnly Today = new(2027, 1, 15);

    [Theory]
    [InlineData("4242424242424242", PaymentReason.InvalidCard)]
    [InlineData("4111111111111111", PaymentReason.None)]
    [InlineData("5519283812030000", PaymentReason.None)]
    [InlineData("4000000000000002", PaymentReason.Declined)]
    public void Only_listed_numbers_are_cards(string number, PaymentReason refusal)
    {
        var request = new ExamOrder(number).Request();
        Assert.Equal(refusal, Ruling.On(request with { OnlyListedTestCards = true }, Today, Scenarios.None).Refusal);
        Assert.Equal(refusal == PaymentReason.InvalidCard ? PaymentReason.None : refusal, Ruling.On(request, Today, Scenarios.None).Refusal);
    }
}
