using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Simulator;

/// <summary>What the table of fates means for one charge. Made once, when the charge arrives and the card is at hand.</summary>
/// <param name="Refusal">Why it declines, after the bank page if there is one; <see cref="PaymentReason.None"/> approves.</param>
public sealed record Ruling(PaymentReason Refusal, FraudVerdict Fraud)
{
    /// <summary>The shopper has to pass the bank page first.</summary>
    public bool Bank { get; init; }

    public bool BankByPost { get; init; }

    /// <summary>The answer is lost on the way.</summary>
    public bool IsSilent { get; init; }

    /// <summary>It is never decided.</summary>
    public bool IsUndecided { get; init; }

    /// <param name="scenario">What the charge plays; it may overrule the card.</param>
    public static Ruling On(AuthoriseRequest request, DateOnly today, Scenario scenario)
    {
        var fate = Played(Fates.Of(request.Card!.Number), scenario);
        var fraud = Fates.Verdict(request.Details.Shopper?.Email);
        var refusal = Early(request, fate, fraud, today);
        if (refusal == PaymentReason.None && scenario.RefusesSavedCards && IsLaterUse(request)) refusal = PaymentReason.TokenNotAvailable;
        if (refusal != PaymentReason.None) return new Ruling(refusal, fraud);

        // A card that fails by its expiry fails only after the bank page was passed.
        return new Ruling(fate.DeclinesByExpiry ? Fates.Of(request.Card!.Expiry).Reason : PaymentReason.None, fraud)
        {
            Bank = fate.Bank is BankVisits.Always or BankVisits.Demanded || (fate.Bank == BankVisits.WhenAsked && request.Authenticate && !fate.IsSilent),
            BankByPost = fate.BankByPost,
            IsSilent = fate.IsSilent,
            IsUndecided = fate.MayStayUndecided && request.Card!.Expiry.Printed == Fates.NeverDecided,
        };
    }

    /// <summary>The card as the scenario has it: it may refuse, or send a shopper to the bank, with any card.</summary>
    private static CardFate Played(CardFate fate, Scenario scenario) => fate with
    {
        Refusal = scenario.Declines && fate.Refusal == PaymentReason.None ? PaymentReason.Declined : fate.Refusal,
        Bank = scenario.DemandsAuthentication ? BankVisits.Demanded : scenario.SendsToBank ? BankVisits.Always : fate.Bank,
    };

    private static bool IsLaterUse(AuthoriseRequest request) => request.Use is CredentialUse.LaterByShopper or CredentialUse.ByMerchant;

    private static PaymentReason Early(AuthoriseRequest request, CardFate fate, FraudVerdict fraud, DateOnly today)
    {
        if (request.OnlyListedTestCards && fate.Number == Fates.AnyOtherCard.Number) return PaymentReason.InvalidCard;

        // Issuers renew cards: a merchant who charges alone is not refused for the date that was stored (STO-4).
        var mayBeExpired = fate.IgnoresExpiry || request.Use == CredentialUse.ByMerchant;
        if (!mayBeExpired && request.Card!.Expiry.IsPastOn(today)) return PaymentReason.CardExpired;
        if (fraud.Status == FraudStatus.Deny) return PaymentReason.FraudDenied;
        if (request.Amount.Minor == Fates.Declines) return PaymentReason.Declined;
        if (fate.Refusal != PaymentReason.None) return fate.Refusal;
        if (fate.OnlyCode is { } code && !IsCode(request.Code, code)) return PaymentReason.WrongSecurityCode;
        if (fate.RefusesLaterUse && IsLaterUse(request)) return PaymentReason.Declined;
        return NeedsAuthentication(request, fate) ? PaymentReason.AuthenticationNeeded : PaymentReason.None;
    }

    // With no shopper at hand, a bank that wants to see one can only say so.
    private static bool NeedsAuthentication(AuthoriseRequest request, CardFate fate) => !request.Authenticate
        && (fate.Bank == BankVisits.Demanded || (fate.Bank == BankVisits.Always && request.Use == CredentialUse.ByMerchant));

    private static bool IsCode(SecurityCode? code, string right) => code is not null && code.Reveal().SequenceEqual(right);
}
