using Checkout.Connectors.Simulator;
using Checkout.Web.Hosting;
using Checkout.Web.Pages.Pay;

namespace Checkout.Web.Sandbox;

/// <summary>The simulator's cards, for the banner of the card page; none outside the sandbox.</summary>
public sealed class SandboxTestCards(SandboxSettings sandbox) : ITestCards
{
    public IReadOnlyList<TestCard> All { get; } = sandbox.Enabled ? [.. Fates.Cards.Select(c => new TestCard(c.Number, CodeOf(c), c.Meaning))] : [];

    private static string CodeOf(CardFate card) => card.OnlyCode ?? (card.Number[0] == '3' ? "1234" : "123");
}
