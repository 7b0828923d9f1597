using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Simulation.Rooms;
using Checkout.Simulation.Worlds;
using System.Text;

namespace Checkout.Simulation.Actors;

/// <summary>What a merchant was answered. Only what was kept is the same for ever; else the payment tells how it stands now.</summary>
internal sealed record Said(Payment? Payment, string Text, bool IsKept);

/// <summary>A door as the dialects have it: a request that is repeated under its name has one effect and one answer (PAY-10).</summary>
internal static class MerchantDoor
{
    public static async Task<Said?> CreateAsync(World world, Server server, PaymentOrder order, CardMeans means, RequestKey key)
    {
        if (await server.Requests.FindAsync(key.Merchant, key.Endpoint, key.Key) is { } seen) return await RepeatAsync(server, key, seen);

        var result = await server.Take.RunAsync(order, means, key);
        if (result.Payment is { } made && result.Refusal == Refusal.None) world.Checker.Told(made, key.Merchant);
        if (result.Refusal == Refusal.RequestSeen || result.Payment is null)
        {
            if (await server.Requests.FindAsync(key.Merchant, key.Endpoint, key.Key) is { } faster) return await RepeatAsync(server, key, faster);
        }

        var text = TextOf(result.Payment, result.Refusal);
        if (result.Refusal == Refusal.Busy) return new Said(null, text, IsKept: false);
        return new Said(result.Refusal == Refusal.None ? result.Payment : null, text, await KeepAsync(server, key, result, text));
    }

    private static async Task<bool> KeepAsync(Server server, RequestKey key, TakeResult result, string text)
    {
        try
        {
            await server.Requests.AnswerAsync(key, result.Refusal == Refusal.None ? result.Payment?.Number : null, 200, Encoding.UTF8.GetBytes(text), server.Clock.GetUtcNow());
            return true;
        }
        catch (StoreUnavailableException)
        {
            // What was done stays done, and the payment itself will tell.
            return false;
        }
    }

    private static async Task<Said?> RepeatAsync(Server server, RequestKey key, SeenRequest seen)
    {
        var payment = seen.Payment is { } number ? await server.Read.RunAsync(key.Merchant, number) : null;
        return seen.Body is { } body ? new Said(payment, Encoding.UTF8.GetString(body), IsKept: true) : new Said(payment, TextOf(payment, Refusal.None), IsKept: false);
    }

    private static string TextOf(Payment? payment, Refusal refusal) =>
        refusal == Refusal.None && payment is not null ? FormattableString.Invariant($"{payment.Number} {payment.Status} v{payment.Version}") : refusal.ToString();
}
