namespace Checkout.Tests.Server.BadInput;

/// <summary>What has to hold after a request was refused: it is named, nothing was done, and nothing stands in the way of a better one.</summary>
internal static class Refused
{
    /// <summary>The answer refuses with at least these codes, in the published shape and without card data.</summary>
    public static void With(Answer answer, params int[] codes)
    {
        Assert.True((int)answer.Status == 400, $"It was not refused: {answer}");
        Assert.Subset(answer.Codes.ToHashSet(), codes.ToHashSet());
        var resource = answer.Json!.AsObject().First().Value!;
        Assert.Matches("^i[0-9]+$", (string)resource["InvalidRequestID"]!);
        Assert.Null(resource["ID"]);
        Assert.Null(resource["Card"]);
        Assert.All(resource["Status"]!["Reasons"]!.AsArray(), reason => Assert.NotEmpty((string)reason!["Info"]!));
        Assert.DoesNotContain("411111", answer.Body, StringComparison.Ordinal);
    }

    /// <summary>Neither the acquirer nor the list of payments knows the reference.</summary>
    public static async Task DoesNothingAsync(RunningCheckout checkout, string reference)
    {
        Assert.Empty(await checkout.LedgerAsync(reference));
        Assert.Equal("""{"Payments":[]}""", (await checkout.GetAsync($"/v1/payments?merchantTransactionID={reference}")).Body);
    }

    /// <summary>The order can still be paid under the same reference.</summary>
    public static async Task LosesNothingAsync(RunningCheckout checkout, string reference)
    {
        await DoesNothingAsync(checkout, reference);
        Assert.Equal(9, (await checkout.PostAsync("/v1/payments", Orders.Direct(reference))).StatusId);
        Assert.Single(await checkout.LedgerAsync(reference));
    }
}
