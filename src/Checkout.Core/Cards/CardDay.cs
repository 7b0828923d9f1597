namespace Checkout.Core.Cards;

/// <summary>Today's date where the day ends last (UTC−12): a card is good there for as long as it is good anywhere.</summary>
public static class CardDay
{
    public static DateOnly At(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime.AddHours(-12));
}
