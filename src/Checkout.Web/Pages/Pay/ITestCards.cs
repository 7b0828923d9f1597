namespace Checkout.Web.Pages.Pay;

/// <summary>A card of the simulator that the test banner offers.</summary>
/// <param name="Number">Digits only.</param>
/// <param name="Code">The security code to fill in.</param>
/// <param name="Fate">What happens with it, in a few English words.</param>
public sealed record TestCard(string Number, string Code, string Fate);

/// <summary>The test cards this installation shows; empty outside the sandbox, and then there is no test banner either.</summary>
public interface ITestCards
{
    IReadOnlyList<TestCard> All { get; }
}
