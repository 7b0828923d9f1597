using System.Net;
using Checkout.Core.Providers;

namespace Checkout.Tests.Server.Chain;

/// <summary>Messages about a payment by chance: true, early, stale, repeated, of another amount, of nobody's payment, forged; one by one or all at once.</summary>
internal sealed class Talk(ChainedCheckout chain, Random random)
{
    private const int Most = 5;

    private static readonly int[] Statuses = [3, 4, 7, 11, 13, 22];

    /// <summary>The sum of the payments, of the refunds, and one that nobody asked for.</summary>
    private static readonly long[] Sums = [2599, 2599, 2599, 1000, 1];

    public async Task AboutAsync(string reference)
    {
        var payment = await chain.PaymentAsync(reference);
        string[] names = [.. (await chain.Payments.AttemptsAsync(payment.Merchant, payment.Number)).Select(a => a.Reference), $"{payment.Merchant}-999999-1-bcdfghjkmnpqrs"];
        var said = Enumerable.Range(0, random.Next(1, Most)).Select(_ => (Body: ProviderMessages.About(chain.Mode, Any(names), Any(Sums), Any(Statuses)), IsForged: random.Next(3) == 0)).ToList();
        // Some come twice.
        said.AddRange([.. said.Where(_ => random.Next(3) == 0)]);
        if (random.Next(2) == 0) await Task.WhenAll(said.Select(message => TellAsync(message.Body, message.IsForged)));
        else foreach (var (body, isForged) in said) await TellAsync(body, isForged);
    }

    private async Task TellAsync(string body, bool isForged)
    {
        var answer = await ProviderMessages.SendAsync(chain, body, isForged ? "wrong" : "right");
        if (isForged) Assert.Equal(HttpStatusCode.Unauthorized, answer);
        else Assert.True(answer == (chain.Mode.Kind() == ProviderKind.Smart2Pay ? HttpStatusCode.NoContent : HttpStatusCode.OK) || answer == HttpStatusCode.ServiceUnavailable, $"{answer}");
    }

    private T Any<T>(T[] all) => all[random.Next(all.Length)];
}
