using Checkout.Core.Cards;
using Checkout.Core.Chance;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Payments.Settling;

namespace Checkout.Tests.Core;

/// <summary>Ordinary things to test with; each test changes what it is about.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 5, 2, 8, 0, 0, TimeSpan.Zero);

    public static readonly Amount Money = new(2599, Currency.Of("EUR"));

    public static readonly CardFace Face = new(Brand.Visa, "411111", "1111", Expiry.TryRead("05", "2031", out var expiry) ? expiry : throw new InvalidOperationException(), "Ana Pop");

    public static Payment Payment(PaymentStatus status = PaymentStatus.Open, CardNeed need = CardNeed.FullCard) => new()
    {
        Merchant = 7,
        Number = 100001,
        Dialect = Dialect.Smart2Pay,
        IsTest = true,
        Reference = "order-1",
        Amount = Money,
        Status = status,
        Version = 3,
        Need = need,
        KeepCard = true,
        LinkCheck = 42,
        Created = Now,
        Changed = Now,
        PayableUntil = need == CardNeed.Nothing ? null : Now.AddMinutes(10),
        Attempts = 1,
    };

    public static Attempt Attempt(AttemptState state = AttemptState.Submitting, AttemptKind kind = AttemptKind.Authorise) => new()
    {
        Merchant = 7,
        Payment = 100001,
        Number = 1,
        Kind = kind,
        State = state,
        Reference = "7-100001-1-bcdfghjkmnpqrs",
        Target = kind == AttemptKind.Authorise ? null : "7-100001-0-bcdfghjkmnpqrs",
        Amount = Money,
        Connector = "some",
        Submitted = Now,
        CheckAt = Now.AddSeconds(30),
    };

    public static Circumstances Circumstances(DateTimeOffset? now = null, PaymentLimits? limits = null) => new()
    {
        Now = now ?? Now,
        Random = new CountingSource(),
        Limits = limits ?? PaymentLimits.None,
        Horizon = TimeSpan.FromMinutes(15),
        ShopperLimit = TimeSpan.FromMinutes(15),
    };

    /// <summary>Chance that always falls the same way.</summary>
    internal sealed class CountingSource : IRandomSource
    {
        private byte _next;

        public void Fill(Span<byte> bytes)
        {
            foreach (ref var b in bytes) b = _next++;
        }
    }
}
