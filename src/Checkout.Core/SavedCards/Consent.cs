namespace Checkout.Core.SavedCards;

/// <summary>Who agreed that the card is kept.</summary>
public enum ConsentGiver { Shopper, Merchant }

/// <summary>What the agreement covers.</summary>
public enum Agreement { OneClick, Unscheduled }

/// <summary>The agreement under which a card is kept (STO-1): who, to what text, in which language, when, from where.</summary>
public sealed record Consent(ConsentGiver Giver, Agreement Agreement, string TextVersion, string? Language, DateTimeOffset At, string? Address);
