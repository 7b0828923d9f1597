using System.Text.Json;
using System.Text.Json.Nodes;

namespace Checkout.Tests.Server.Described;

public sealed class Smart2PayRefusalTests(DescribedSmart2Pay server) : RefusalExam(server), IClassFixture<DescribedSmart2Pay>
{
    [Fact]
    public async Task Every_wrong_header_is_refused_with_its_code()
    {
        var operations = Server.Operations.Where(o => o.Parameters("header").Any()).ToArray();
        Assert.NotEmpty(operations);
        foreach (var operation in operations)
        {
            var header = operation.Parameters("header").Single();
            Assert.Equal("RequestId", (string?)header["name"]);
            var name = new string('x', (int)header["schema"]!["maxLength"]! + 1);
            var answer = await Server.CallAsync(operation, (string)operation.Calls.First()["example"]!, asking: new Asking(RequestId: name));
            Assert.True((int)answer.Status == 400 && answer.Codes.SequenceEqual([(int)header["x-return-code"]!]), $"{operation.Id}: {answer}");
            Server.LooksAsSaid(operation, answer);
        }
    }
}

public sealed class Smart2PayPageTests(DescribedSmart2Pay server) : PageExam(server), IClassFixture<DescribedSmart2Pay>;

/// <summary>The dialect by its document, and what only it has.</summary>
public sealed class Smart2PayDescriptionTests(DescribedSmart2Pay server) : DescriptionExam(server), IClassFixture<DescribedSmart2Pay>
{
    [Theory]
    [InlineData("createPayment", "card", "Customer.Email", "deny@deny.com", 400)]
    [InlineData("createPayment", "card", "Card.Number", Orders.Declined, 400)]
    [InlineData("createPayment", "card", "Card.Number", Orders.Unanswered, 201)]
    [InlineData("createPayment", "captured", "Amount", 10002, 201)]
    [InlineData("createPayment", "hosted", "3DSecure", true, 201)]
    [InlineData("createPayment", "oneclick", "CreditCardToken.Value", "0F1E2D3C4B5A69788796A5B4C3D2E1F0", 400)]
    [InlineData("createRefund", "part", "Amount", 2600, 400)]
    [InlineData("createPayout", "card", "Amount", 10001, 400)]
    [InlineData("createPayout", "token", "CreditCardToken.Value", "0F1E2D3C4B5A69788796A5B4C3D2E1F0", 400)]
    [InlineData("authenticateCard", "card", "Card.Number", Orders.Declined, 400)]
    public async Task Rarer_answers_look_as_said_too(string id, string example, string field, object value, int status)
    {
        var operation = Server.Find(id);
        var answer = await Server.CallAsync(operation, example, order => order.With(field, JsonSerializer.SerializeToNode(value)));
        Assert.True(status == (int)answer.Status, answer.ToString());
        Server.LooksAsSaid(operation, answer);
    }

    [Theory]
    [InlineData("createPayment", "card", "ShippingAddress", "Installments", "ClientIP", "SkinID")]
    [InlineData("createPayout", "card")]
    [InlineData("authenticateCard", "card")]
    public async Task An_answer_with_everything_that_can_be_sent_looks_as_said(string id, string example, params string[] more)
    {
        var operation = Server.Find(id);
        var address = new JsonObject { ["Country"] = "RO", ["City"] = "Iași", ["ZipCode"] = "700", ["State"] = "IS", ["Street"] = "Lungă", ["StreetNumber"] = "1", ["HouseNumber"] = "2", ["HouseExtension"] = "A" };
        var all = new Dictionary<string, JsonNode?> { ["ShippingAddress"] = address.DeepClone(), ["Installments"] = 3, ["ClientIP"] = "10.0.0.1", ["SkinID"] = "7" };
        var answer = await Server.CallAsync(operation, example, order =>
        {
            order.With("Customer.DateOfBirth", "19800131").With("Customer.Gender", "1").With("Customer.MerchantCustomerID", "shopper-7").With("BillingAddress", address);
            foreach (var field in more) order.With(field, all[field]);
            return order;
        });
        Assert.Equal(201, (int)answer.Status);
        Server.LooksAsSaid(operation, answer);
        Assert.Contains("\"City\":\"Iași\"", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("capturePayment", "captured")]
    [InlineData("cancelPayment", "captured")]
    [InlineData("acceptChallenge", "captured")]
    [InlineData("rejectChallenge", "captured")]
    public async Task What_cannot_be_done_any_more_is_answered_as_said(string id, string payment)
    {
        var operation = Server.Find(id);
        var made = await Server.CallAsync(Server.Find("createPayment"), payment);
        var answer = await Server.Checkout.PostAsync(operation.Path.Replace("{id}", made.Payment["ID"]!.ToString(), StringComparison.Ordinal));
        Assert.Equal(400, (int)answer.Status);
        Server.LooksAsSaid(operation, answer);
    }
}
