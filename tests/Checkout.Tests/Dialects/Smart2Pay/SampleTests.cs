using System.Text;
using Checkout.Core.Cards;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Web.Dialects.Smart2Pay;

namespace Checkout.Tests.Dialects.Smart2Pay;

/// <summary>The published conversations: requests against the reader, answers against the writer, each by itself.</summary>
public sealed class SampleTests
{
    private const string Token = "0F1E2D3C4B5A69788796A5B4C3D2E1F0";

    private static readonly FraudVerdict Accepted = new(FraudStatus.Accept, 31, "No decision provided");

    public static TheoryData<string> Payments => [.. Sample.Names.Take(5)];

    [Theory]
    [MemberData(nameof(Payments))]
    public void Every_published_payment_is_read_without_a_fault(string name)
    {
        var sample = Sample.Of(name);
        using var asked = Given.Read(sample.Body!.ToJsonString());
        Assert.NotNull(asked);
        Assert.Empty(asked.Faults);

        var order = Smart2PayReader.Order(asked, Given.Shop, isTest: true);
        var sent = sample.Body["Payment"]!;
        Assert.Equal((string?)sent["MerchantTransactionID"], order.Reference);
        Assert.Equal(sent["Amount"]!.ToString(), order.Amount.Minor.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((bool?)sent["Capture"] ?? false, order.CaptureNow);
        Assert.Equal((bool?)sent["GenerateCreditCardToken"] ?? false, order.KeepCard);
        Assert.False(asked.Means(null).AskCode);
    }

    [Theory]
    [MemberData(nameof(Payments))]
    public void Every_published_payment_is_answered_as_published(string name)
    {
        var sample = Sample.Of(name);
        using var asked = Given.Read(sample.Body!.ToJsonString())!;
        var order = Smart2PayReader.Order(asked, Given.Shop, isTest: true);
        var payment = Given.Payment(order.CaptureNow ? PaymentStatus.Captured : PaymentStatus.Authorized) with
        {
            Reference = order.Reference,
            Amount = order.Amount,
            CaptureNow = order.CaptureNow,
            CapturedMinor = order.CaptureNow ? order.Amount.Minor : 0,
            Details = order.Details,
            Card = CardOf(name),
            Fraud = Accepted,
        };
        var answer = System.Text.Json.Nodes.JsonNode.Parse(Given.Writer.Payment(new PaymentView(payment, Token, ShowsFraud: true)));
        Assert.Empty(Sample.Differences(sample.Answer, answer));
        Assert.Equal(sample.Status, Smart2PayStatus.HttpOfCreate(payment.Status));
    }

    [Fact]
    public void The_published_authentication_is_read_and_answered_as_published()
    {
        var sample = Sample.Of("6-authenticate");
        using var asked = AskedCardCheck.Read(Encoding.UTF8.GetBytes(sample.Body!.ToJsonString()), Given.Today);
        Assert.NotNull(asked);
        Assert.Empty(asked.Faults);

        var check = Given.Payment(PaymentStatus.Verified) with { Card = CardFace.Of(asked.Card!.Typed!), Details = asked.Details };
        var answer = System.Text.Json.Nodes.JsonNode.Parse(Given.CardWriter.Checked(check, Token));
        Assert.Empty(Sample.Differences(sample.Answer, answer));
    }

    [Fact]
    public void Published_tokens_are_shown_and_cancelled_as_published()
    {
        var card = new SavedCard
        {
            Merchant = 1010, Number = 1, Check = 1, MadeIn = Dialect.Smart2Pay, Face = Given.Face(year: "2030"), State = SavedCardState.Active, Fingerprint = [], Created = Given.Now,
        };
        var read = System.Text.Json.Nodes.JsonNode.Parse(Given.CardWriter.Token(card, Token));
        Assert.Empty(Sample.Differences(Sample.Of("7-read-token").Answer, read));
        var cancelled = System.Text.Json.Nodes.JsonNode.Parse(Given.CardWriter.Cancelled(card with { State = SavedCardState.Cancelled }, Token));
        Assert.Empty(Sample.Differences(Sample.Of("8-cancel-token").Answer, cancelled));
    }

    private static CardFace CardOf(string name) => Given.Face(name is "1-first-card" or "2-recurring" ? "4548812049400004" : Given.CardNumber, month: "05");
}
