using Checkout.Core.Money;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Simulator;

/// <summary>What a shopper can do on the bank page.</summary>
public enum BankDecision { Approve, Refuse, Cancel }

/// <summary>What the bank page shows, and where it sends the shopper afterwards.</summary>
/// <param name="IsOpen">Whether a decision still counts.</param>
/// <param name="Decision">What the shopper decided earlier; null when nothing was.</param>
/// <param name="Post">Whether the shopper leaves by POST to <paramref name="ReturnUrl"/>, else by GET.</param>
public sealed record BankVisit(string Reference, Amount Amount, string Last4, bool IsOpen, BankDecision? Decision, string ReturnUrl, bool Post)
{
    /// <summary>The bank has trouble of its own: there is no page to show.</summary>
    public bool IsDown { get; init; }

    public ChallengeShape Shape { get; init; }

    /// <summary>What the shopper takes along when a button was pressed; nothing where they leave by GET.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Takes(BankDecision decision) => Post ? ChallengeWords.Answer(Reference, Shape, decision) : [];

    /// <summary>Whether what a browser brought here is about this challenge and no other. Nothing is fine.</summary>
    public bool Knows(BroughtBack brought) => ChallengeWords.Fit(Reference, brought);
}

/// <summary>What came of pressing a button.</summary>
/// <param name="Counts">The decision was taken, now or when it was pressed before; false: it came too late and changed nothing.</param>
public sealed record BankAnswer(BankVisit Visit, bool Counts);

/// <summary>The bank of the card holder, as the simulator plays it: the shopper approves, refuses or gives up. No cookie, no session.</summary>
public sealed class SimulatedBank(IConnectorBooks books, SimulatorOptions options, TimeProvider clock)
{
    private readonly ChargeBooks _books = new(books);

    /// <returns>Null when there is no such challenge.</returns>
    public async ValueTask<BankVisit?> ReadAsync(string reference)
    {
        if (ChargeBooks.MerchantOf(reference) is not { } merchant) return null;
        var now = clock.GetUtcNow();
        return await _books.FindAsync(merchant, reference, now) is { Bank: { } bank } charge ? Visit(charge, bank, now) : null;
    }

    /// <summary>Takes a decision. After the end it changes nothing.</summary>
    /// <returns>Null when there is no such challenge.</returns>
    /// <exception cref="InvalidOperationException">Others wrote the same charge again and again, so that this decision was never written.</exception>
    public async Task<BankAnswer?> DecideAsync(string reference, BankDecision decision)
    {
        if (ChargeBooks.MerchantOf(reference) is not { } merchant) return null;
        var now = clock.GetUtcNow();
        var wasOpen = false;
        var (charge, settled) = await _books.StepAsync(merchant, reference, now, present =>
        {
            wasOpen = present is { Bank: not null } && IsOpen(present, now);
            return present is null ? null : ChargeRules.Decide(present, decision, now, options);
        });
        if (!settled) throw new InvalidOperationException("The charge is too busy for a decision.");
        return charge?.Bank is { } bank ? new BankAnswer(Visit(charge, bank, now), wasOpen || bank.Decision == decision) : null;
    }

    private static BankVisit Visit(SimulatedCharge charge, BankChallenge bank, DateTimeOffset now) =>
        new(charge.Reference, charge.Amount, charge.Last4, IsOpen(charge, now), bank.Decision, bank.ReturnUrl, bank.Post) { IsDown = Scenarios.Of(charge).IsBankDown, Shape = bank.Shape };

    private static bool IsOpen(SimulatedCharge charge, DateTimeOffset now) => charge.Step == ChargeStep.AtTheBank && !charge.IsLapsedAt(now) && !Scenarios.Of(charge).IsBankDown;
}
