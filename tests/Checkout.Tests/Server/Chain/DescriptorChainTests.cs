using Checkout.Tests.Server.Cardgate;

namespace Checkout.Tests.Server.Chain;

/// <summary>What an invoice says for the shopper's statement goes to the provider where the operator lets it, and nowhere else.</summary>
public sealed class DescriptorChainTests(DescriptorChainTests.Both chains) : IClassFixture<DescriptorChainTests.Both>
{
    public static TheoryData<ProviderMode, bool> Each => new() { { ProviderMode.Smart2PayOurs, false }, { ProviderMode.Smart2PayOurs, true }, { ProviderMode.CardgateOurs, false }, { ProviderMode.CardgateOurs, true } };

    [Theory, MemberData(nameof(Each))]
    public async Task The_provider_is_told_what_counts(ProviderMode mode, bool mayOverwrite)
    {
        var (first, line) = (chains[mode].First, chains[mode].Line);
        await first.ChangeAsync(1010, s => s with { OverwritesDescriptor = mayOverwrite });
        var before = line.Passed.Count;
        await new CardgateShop(first).PaidAsync(CardgateShop.Invoice().And("descriptor", "CUPS AND CO"));

        var order = line.Passed.Skip(before).First(sent => sent.Method == "POST");
        var name = mode == ProviderMode.CardgateOurs ? "descriptor" : "StatementDescriptor";
        Assert.Equal(mayOverwrite, order.Body.Contains($"\"{name}\":\"CUPS AND CO\"", StringComparison.Ordinal));
        Assert.Equal(mayOverwrite, line.Passed.Skip(before).Any(sent => sent.Body.Contains("CUPS", StringComparison.Ordinal)));
    }

    public sealed class Both() : Chains(ProviderMode.Smart2PayOurs, ProviderMode.CardgateOurs);
}
