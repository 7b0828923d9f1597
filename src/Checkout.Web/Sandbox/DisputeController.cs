using System.Text.Json;
using Checkout.Connectors.Simulator;
using Checkout.Core.Payments;
using Checkout.Web.Dialects;
using Checkout.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Sandbox;

/// <summary>
/// <c>POST /sandbox/dispute</c> with <c>{"Reference":"order-1","State":"Open"}</c>: the cardholder disputes a captured payment, and then it is
/// <c>Won</c>, <c>Lost</c> or <c>ChargedBack</c>. <c>Amount</c> (minor units) disputes a part. We hear of it as of any provider's callback.
/// </summary>
public sealed class DisputeController(SandboxSettings sandbox, SandboxDoor door, SimulatedDisputes disputes, SimulatorConnector simulator, HearCallback hear) : ControllerBase
{
    private const int LongestBody = 1024;

    [HttpPost("/sandbox/dispute")]
    public async Task<IActionResult> MoveAsync()
    {
        if (!sandbox.Enabled) return NotFound();
        if (door.Enter(Request) is not { IsSandbox: true } merchant) return SandboxAnswer.Denied(Response);
        if (await WishAsync() is not { } wish)
            return SandboxAnswer.Refuse("Send {\"Reference\":\"order-1\",\"State\":\"Open\"}; the states are Open, Won, Lost and ChargedBack. \"Amount\" (minor units) disputes a part.");

        var moved = await disputes.MoveAsync(merchant.Id, wish.Reference, wish.State, wish.Amount);
        if (moved is not { Charge: { } charge, Dispute: { } dispute }) return SandboxAnswer.Refuse(moved.Refusal!);
        await hear.RunAsync(merchant.Id, simulator.Name, charge, null);
        return File(Told(wish.Reference, dispute), "application/json; charset=utf-8");
    }

    private static byte[] Told(string reference, DisputeWord dispute) => JsonBody.Of((reference, dispute), static (json, what) =>
    {
        json.WriteStartObject();
        json.WriteString("Reference"u8, what.reference);
        json.WriteString("State"u8, what.dispute.State.ToString());
        json.WriteNumber("Amount"u8, what.dispute.AmountMinor);
        json.WriteEndObject();
    });

    private async Task<Wish?> WishAsync()
    {
        if (Request.ContentLength is not (> 0 and <= LongestBody)) return null;
        try
        {
            using var body = await JsonDocument.ParseAsync(Request.Body);
            var root = body.RootElement;
            var reference = root.GetProperty("Reference").GetString();
            if (string.IsNullOrEmpty(reference) || !Enum.TryParse<DisputeState>(root.GetProperty("State").GetString(), ignoreCase: true, out var state) || !Enum.IsDefined(state)) return null;
            return new Wish(reference, state, root.TryGetProperty("Amount", out var amount) ? amount.GetInt64() : null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private sealed record Wish(string Reference, DisputeState State, long? Amount);
}
