using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Tests.Dialects.Smart2Pay;
using Checkout.Tests.Server.MoneySafety;
using Checkout.Tests.Server.Payouts;
using Checkout.Web.Dialects.Smart2Pay;

namespace Checkout.Tests.Server.Published;

/// <summary>A server with the limits of a real one, so that too many tries are too many.</summary>
public sealed class LimitedServer : SandboxServer
{
    protected override string[] Settings => ["Limits:Tries=2"];
}

/// <summary>Every return code that we can say is said, with its text, to somebody who does what its name says (spec §11.2).</summary>
public sealed class ReturnCodeTests(LimitedServer server) : IClassFixture<LimitedServer>
{
    private static int _lastSite = 7600;

    private readonly RunningCheckout _checkout = server.Checkout;

    /// <summary>A field of a payment, a value that does not belong there, and the code by name.</summary>
    private static readonly Dictionary<string, (string Field, string Value)> ByField = new()
    {
        ["ValidationFailed"] = ("Capture", "\"perhaps\""), ["IntegrationType"] = ("MethodID", "7"), ["SkinId"] = ("SkinID", "\"blue\""),
        ["PaymentReference"] = ("MerchantTransactionID", "\"a b\""), ["PaymentAmount"] = ("Amount", "-1"), ["PaymentCurrency"] = ("Currency", "\"QQQ\""), ["PaymentReturnUrl"] = ("ReturnURL", "\"shop\""),
        ["PaymentDescription"] = ("Description", "[]"), ["PaymentStatementDescriptor"] = ("StatementDescriptor", "{}"), ["PaymentLanguage"] = ("Language", "\"x\""),
        ["PaymentOriginator"] = ("OriginatorTransactionID", "\"a b\""), ["PaymentInstallments"] = ("Installments", "0"),
        ["CardHolder"] = ("Card.HolderName", "null"), ["CardNumber"] = ("Card.Number", "\"4111111111111112\""), ["CardMonth"] = ("Card.ExpirationMonth", "\"13\""), ["CardYear"] = ("Card.ExpirationYear", "\"131\""),
        ["CardCode"] = ("Card.SecurityCode", "\"12\""), ["CardExpired"] = ("Card.ExpirationYear", "\"2020\""), ["CardMissing"] = ("Card", "[]"), ["Country"] = ("Card.IssuingBankCountry", "\"ROU\""),
        ["AddressMissing"] = ("BillingAddress", "[]"), ["AddressCity"] = ("BillingAddress.City", "[]"), ["AddressZipCode"] = ("BillingAddress.ZipCode", "{}"), ["AddressState"] = ("BillingAddress.State", "[]"),
        ["AddressStreet"] = ("BillingAddress.Street", "[]"), ["AddressStreetNumber"] = ("BillingAddress.StreetNumber", "{}"), ["AddressHouseNumber"] = ("BillingAddress.HouseNumber", "{}"),
        ["AddressHouseExtension"] = ("BillingAddress.HouseExtension", "[]"), ["AddressCountry"] = ("BillingAddress.Country", "\"ROU\""), ["AddressCountryUnknown"] = ("BillingAddress.Country", "\"QQ\""),
        ["CustomerReference"] = ("Customer.MerchantCustomerID", "\"a b\""), ["CustomerEmail"] = ("Customer.Email", "\"ana\""), ["CustomerFirstName"] = ("Customer.FirstName", "[]"), ["CustomerLastName"] = ("Customer.LastName", "[]"),
        ["CustomerGender"] = ("Customer.Gender", "\"f\""), ["CustomerSocialSecurityNumber"] = ("Customer.SocialSecurityNumber", "[]"), ["CustomerPhone"] = ("Customer.Phone", "[]"), ["CustomerCompany"] = ("Customer.Company", "[]"),
        ["CustomerMissing"] = ("Customer", "\"Ana\""), ["Token"] = ("CreditCardToken.Value", "[]"), ["TokenMissing"] = ("CreditCardToken", "7"),
        ["FraudDenied"] = ("Customer.Email", "\"deny@deny.com\""), ["FraudChallenged"] = ("Customer.Email", "\"challenge@challenge.com\""),
        ["Declined"] = ("Amount", "10001"), ["TechnicalError"] = ("MerchantTransactionID", "\"code--wrong-amount\""), ["InsufficientFunds"] = ("MerchantTransactionID", "\"code--partial-approval\""),
    };

    /// <summary>What a list is asked for.</summary>
    private static readonly Dictionary<string, string> ByQuery = new()
    {
        ["Offset"] = "offset=x", ["Limit"] = "limit=x", ["Currency"] = "currency=QQQ", ["MerchantTransactionId"] = "merchantTransactionID=a%20b", ["Amount"] = "minimumAmount=x", ["DateTime"] = "startDate=x",
        ["MethodTransactionId"] = $"methodTransactionID={new string('x', 300)}",
    };

    /// <summary>The expiry of a card whose bank says why it declines.</summary>
    private static readonly Dictionary<string, (string Month, string Year)> ByExpiry = new()
    {
        ["IssuerInvalidCard"] = ("05", "2041"), ["LostOrStolen"] = ("10", "2034"), ["LimitExceeded"] = ("01", "2037"), ["NotPermitted"] = ("08", "2056"), ["IssuerExpired"] = ("04", "2028"),
        ["WrongSecurityCode"] = ("03", "2027"), ["AuthenticationFailed"] = ("10", "2046"), ["GenericError"] = ("07", "2055"),
    };

    /// <summary>A field of a refund or a payout.</summary>
    private static readonly Dictionary<string, (string Field, string Value)> ByOtherField = new()
    {
        ["PayoutReference"] = ("MerchantTransactionID", "\"a b\""), ["PayoutAmount"] = ("Amount", "0"), ["PayoutCurrency"] = ("Currency", "\"QQQ\""), ["PayoutDescription"] = ("Description", "[]"),
        ["PayoutStatementDescriptor"] = ("StatementDescriptor", "[]"), ["RefundReference"] = ("MerchantTransactionID", "\"a b\""), ["RefundAmount"] = ("Amount", "0"), ["RefundDescription"] = ("Description", "[]"),
        ["RefundStatementDescriptor"] = ("StatementDescriptor", "[]"), ["RefundOriginator"] = ("OriginatorTransactionID", "\"a b\""),
    };

    /// <summary>What only a broken or an unusual server says; the tests that break it so.</summary>
    private static readonly Dictionary<string, Type> Elsewhere = new() { ["DatabaseError"] = typeof(DoorwayTests), ["NoRoute"] = typeof(NoProviderTests) };

    public static TheoryData<string> Reachable => new(Declared.Keys.Except(Elsewhere.Keys));

    private static Dictionary<string, ReturnCode> Declared => typeof(ReturnCode).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(ReturnCode)).ToDictionary(f => f.Name, f => (ReturnCode)f.GetValue(null)!);

    [Theory, MemberData(nameof(Reachable))]
    public async Task A_code_is_said_with_its_text(string name)
    {
        var answer = await ReachAsync(name);
        var reasons = Resource(answer)["Status"]!["Reasons"]!.AsArray();
        Assert.Contains((Declared[name].Code, Declared[name].Info), reasons.Select(r => ((int)r!["Code"]!, (string)r["Info"]!)));
    }

    private async Task<Answer> ReachAsync(string name)
    {
        if (ByField.TryGetValue(name, out var field)) return await PayAsync(Orders.Direct(Orders.NewReference("code")).With(field.Field, JsonNode.Parse(field.Value)));
        if (ByQuery.TryGetValue(name, out var query)) return await _checkout.GetAsync("/v1/payments?" + query);
        if (ByExpiry.TryGetValue(name, out var expiry)) return await PayAsync(Orders.Direct(Orders.NewReference("code"), "4302912837020000").With("Card.ExpirationMonth", expiry.Month).With("Card.ExpirationYear", expiry.Year));
        if (ByOtherField.TryGetValue(name, out var other)) return name.StartsWith("Payout", StringComparison.Ordinal) ? await _checkout.PayOutAsync(PayoutShop.Order(Orders.NewReference("out")).With(other.Field, JsonNode.Parse(other.Value))) : await RefundAsync(await CapturedAsync(), r => r.With(other.Field, JsonNode.Parse(other.Value)));
        return name switch
        {
            "InvalidData" => await _checkout.SendAsync(HttpMethod.Post, "/v1/payments", "nonsense"),
            "InvalidPayment" => await _checkout.GetAsync("/v1/payments/2000000000"),
            "DuplicateKey" => await PayAsync(Orders.Direct((string)(await PayAsync(Orders.Direct(Orders.NewReference("code")))).Payment["MerchantTransactionID"]!)),
            // The shopper could not come back from the bank.
            "AuthenticationNeeded" => await PayAsync(Orders.Direct(Orders.NewReference("code"), "4000000000003063").Without("ReturnURL")),
            "PaymentAction" => await ActAsync(await HeldAsync(), "challenge/accept"),
            "PaymentState" => await ActAsync(await CapturedAsync(), "capture"),
            "PaymentInProcess" => await ActAsync(await HeldAsync(10003), "capture", "cancel"),
            "CaptureAmount" => await ActAsync(await HeldAsync(), "capture?amount=0"),
            "CaptureTooMuch" => await ActAsync(await HeldAsync(), "capture?amount=2600"),
            "CaptureExceeds" => await CaptureTooMuchAsync(await HeldAsync()),
            "CaptureWillRetry" => await ActAsync(await HeldAsync(10002), "capture"),
            "CaptureTimedOut" => await ActAsync(await HeldAsync(10005), "capture"),
            "ChallengeRejected" => await ActAsync((long)(await ReachAsync("FraudChallenged")).Payment["ID"]!, "challenge/reject"),
            "RefundState" => await RefundAsync(await HeldAsync()),
            "RefundTooMuch" => await RefundAsync(await CapturedAsync(), r => r.With("Amount", 2600)),
            "RefundInProcess" => await RefundTwiceAsync(),
            "CardAndToken" => await PayAsync(Orders.Direct(Orders.NewReference("code")).With("CreditCardToken.Value", await TokenAsync())),
            "TokenNotAvailable" => await PayWithCancelledAsync(),
            "TokenLimit" or "PayoutLimit" => await LimitedAsync(name),
            "TooManyAttempts" or "LifetimeExpired" or "CancelledByCustomer" => await OnThePageAsync(name),
            _ => throw new Xunit.Sdk.XunitException($"Nobody knows how {name} is reached."),
        };
    }

    private Task<Answer> PayAsync(JsonObject order, string? credentials = null) => _checkout.SendAsync(HttpMethod.Post, "/v1/payments", order.ToJsonString(), credentials);

    private async Task<long> HeldAsync(long amount = 2599) => (long)(await PayAsync(Orders.Direct(Orders.NewReference("code"), amount: amount))).Payment["ID"]!;

    private async Task<long> CapturedAsync(long amount = 2599) => (long)(await PayAsync(Orders.Direct(Orders.NewReference("code"), amount: amount).With("Capture", true))).Payment["ID"]!;

    private async Task<string> TokenAsync(string? credentials = null) =>
        (string)(await PayAsync(Orders.Direct(Orders.NewReference("code")).With("GenerateCreditCardToken", true), credentials)).Payment["CreditCardToken"]!["Value"]!;

    private async Task<Answer> ActAsync(long payment, params string[] actions)
    {
        Answer? last = null;
        foreach (var action in actions) last = await _checkout.PostAsync($"/v1/payments/{payment}/{action}");
        return last!;
    }

    private Task<Answer> RefundAsync(long payment, Func<JsonObject, JsonObject>? change = null)
    {
        var order = Orders.Refund(Orders.NewReference("code"), 100);
        return _checkout.PostAsync(string.Create(CultureInfo.InvariantCulture, $"/v1/payments/{payment}/refunds"), change is null ? order : change(order));
    }

    private async Task<Answer> RefundTwiceAsync()
    {
        var payment = await CapturedAsync(10004);
        await RefundAsync(payment);
        return await RefundAsync(payment);
    }

    /// <summary>What was refused stays in the list of captures.</summary>
    private async Task<Answer> CaptureTooMuchAsync(long payment)
    {
        await ActAsync(payment, "capture?amount=2600");
        var list = (await _checkout.GetAsync($"/v1/payments/{payment}/captures")).Json!["Captures"]!.AsArray();
        return await _checkout.GetAsync($"/v1/payments/{payment}/captures/{Assert.Single(list)!["ID"]}");
    }

    private async Task<Answer> PayWithCancelledAsync()
    {
        var token = await TokenAsync();
        await _checkout.PostAsync($"/v1/card/token/{token}/cancel");
        return await PayAsync(Orders.ByToken(Orders.NewReference("code"), token));
    }

    private async Task<Answer> LimitedAsync(string name)
    {
        var credentials = await _checkout.AddMerchantAsync(Interlocked.Increment(ref _lastSite), new MerchantSettings { TokenLimit = 1, PayoutDailyLimit = 700 });
        if (name == "PayoutLimit")
        {
            await _checkout.PayOutAsync(PayoutShop.Order(Orders.NewReference("out")), credentials);
            return await _checkout.PayOutAsync(PayoutShop.Order(Orders.NewReference("out")), credentials);
        }

        var token = await TokenAsync(credentials);
        await PayAsync(Orders.ByToken(Orders.NewReference("code"), token), credentials);
        return await PayAsync(Orders.ByToken(Orders.NewReference("code"), token), credentials);
    }

    private async Task<Answer> OnThePageAsync(string name)
    {
        var (shopper, reference) = (new Shopper(_checkout), Orders.NewReference("code"));
        var form = await shopper.OrderAsync(Orders.Hosted(reference).With("PaymentTokenLifetime", 2));
        if (name == "CancelledByCustomer") await shopper.PressAsync(form, "cancel");
        if (name == "LifetimeExpired") await _checkout.AdvanceAsync(TimeSpan.FromMinutes(3));
        for (var tries = 0; name == "TooManyAttempts" && tries < 2; tries++) form = await shopper.PayAsync(form, Orders.Declined);
        return await _checkout.GetAsync($"/v1/payments/{(await _checkout.GetAsync($"/v1/payments?merchantTransactionID={reference}")).Json!["Payments"]![0]!["ID"]}");
    }

    private static JsonNode Resource(Answer answer) => answer.Json!.AsObject().First().Value!;
}
