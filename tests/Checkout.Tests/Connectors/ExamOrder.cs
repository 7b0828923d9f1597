using Checkout.Core.Cards;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Shoppers;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Connectors;

/// <summary>A payment as a test asks for it, with defaults for whatever the test does not care about.</summary>
public sealed record ExamOrder(string Card = "4111111111111111")
{
    public const int Merchant = 1010;

    private static int _count;

    public string Reference { get; init; } = $"{Merchant}-{Interlocked.Increment(ref _count)}-1-bcdfghjkmnpqrs";

    public string MerchantReference { get; init; } = "ORDER-7";

    public long Minor { get; init; } = 2599;

    public string Currency { get; init; } = "EUR";

    public bool Capture { get; init; }

    public bool IsCheck { get; init; }

    public bool Authenticate { get; init; }

    public ChallengeShape? Challenges { get; init; }

    public string Expiry { get; init; } = "12/31";

    public string? Code { get; init; } = "123";

    public CredentialUse Use { get; init; } = CredentialUse.None;

    public bool KeepsCard { get; init; }

    /// <summary>Pays instead of the card.</summary>
    public UpstreamToken? Token { get; init; }

    /// <summary>The shopper types everything at the upstream.</summary>
    public bool AtTheirPage { get; init; }

    public string? Shopper { get; init; }

    public string? Email { get; init; }

    public string? Country { get; init; }

    public Amount Amount => new(Minor, Checkout.Core.Money.Currency.Of(Currency));

    public AuthoriseRequest Request()
    {
        Assert.True(CardNumber.TryRead(Card, out var number, out _));
        Assert.True(Checkout.Core.Cards.Expiry.TryReadTyped(Expiry, out var expiry));
        SecurityCode? code = null;
        Assert.True(Code is null || SecurityCode.TryRead(Code, out code));
        return new AuthoriseRequest
        {
            Merchant = Merchant, Reference = Reference, MerchantReference = MerchantReference, Amount = Amount, Capture = Capture, IsCheck = IsCheck,
            Authenticate = Authenticate, Challenges = Challenges, Card = Token is null && !AtTheirPage ? new TypedCard(number, expiry, "Ann Poe") : null, Token = Token,
            Code = AtTheirPage ? null : code, KeepsCard = KeepsCard, Shopper = Shopper, Use = Use, ReturnUrl = "http://127.0.0.1:5080/return/abc",
            Details = new PaymentDetails
            {
                Shopper = Email is null ? null : new ShopperDetails(Email: Email),
                Billing = Country is null ? null : new PostalAddress(Country),
            },
        };
    }

    public QueryRequest Query() => new(Merchant, IsCheck ? AttemptKind.Verify : AttemptKind.Authorise, Reference, Target: null, Captures: Capture);

    public FollowUpRequest FollowUp(AttemptKind kind, long? minor = null, string? reference = null) =>
        new(Merchant, kind, reference ?? $"{Merchant}-{Interlocked.Increment(ref _count)}-2-tvwxzbcdfghjkm", Reference, TargetUpstreamId: null, Amount.With(minor ?? Minor));
}
