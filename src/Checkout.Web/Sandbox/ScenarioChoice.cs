using Checkout.Connectors.Simulator;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Payouts;

namespace Checkout.Web.Sandbox;

/// <summary>
/// Which scenario the simulator plays for a payment: the one the request's header names, else the one at the end of the merchant's reference,
/// else the merchant's own. Only in a sandbox.
/// </summary>
public static class ScenarioChoice
{
    public const string Header = "Sandbox-Scenario";

    /// <summary>The order with its scenario noted.</summary>
    /// <param name="named">What the request's header says; null when it has none, or when no server sent it.</param>
    public static PaymentOrder Playing(this PaymentOrder order, string? named = null) =>
        Of(order.Merchant, named, order.Reference) is { } scenario ? order with { Details = order.Details with { Scenario = scenario } } : order;

    /// <summary>The payout with its scenario noted.</summary>
    public static PayoutOrder Playing(this PayoutOrder order, string? named) =>
        Of(order.Merchant, named, order.Reference) is { } scenario ? order with { Details = order.Details with { Scenario = scenario } } : order;

    /// <summary>The payment with another scenario, where a later request names one.</summary>
    public static Payment Playing(this Payment payment, Merchant merchant, string? named) =>
        merchant.IsSandbox && named is not null ? payment with { Details = payment.Details with { Scenario = named } } : payment;

    public static string? NamedBy(HttpRequest request) => request.Headers[Header] is [{ Length: > 0 } name] ? name : null;

    private static string? Of(Merchant merchant, string? named, string reference) =>
        merchant.IsSandbox ? named ?? Scenarios.AtTheEndOf(reference) ?? merchant.Settings.Scenario : null;
}
