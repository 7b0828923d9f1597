using Checkout.Core.Cards;

namespace Checkout.Tests.Core.Cards;

public sealed class CardNumberSearchTests
{
    [Theory]
    [InlineData("4111111111111111", true)]
    [InlineData("4111 1111-1111.1111", true)]
    [InlineData("my card 4111111111111111 12/31", true)]
    [InlineData("4111111111111111 123", true)]
    [InlineData("4111111111111111@example.com", true)]
    [InlineData("378282246310005", true)]
    [InlineData("٤١١١١١١١١١١١١١١١", true)]
    [InlineData("4111111111111112", false)]
    [InlineData("11.222.333/0001-81", false)]
    [InlineData("11222333000181", false)]
    [InlineData("529.982.247-25", false)]
    [InlineData("ana.pop1990@example.com", false)]
    [InlineData("", false)]
    public void A_card_number_is_found_wherever_it_hides(string text, bool found) => Assert.Equal(found, CardNumberSearch.IsIn(text));
}
