using Checkout.BrowserTests.Browsers;
using Checkout.Core.Payments;
using Checkout.Tests.Server.Chain;

namespace Checkout.BrowserTests.Stories.Chain;

/// <summary>Cardgate on both sides of the wire; the shop posts what it was answered.</summary>
[Collection(SecondHalf.Name)]
public sealed class CardgateChainStory(World world, CardgateChains chains) : ChainStory(world, chains), IClassFixture<CardgateChains>
{
    protected override string Button => "buy-mug-cardgate-post";

    protected override Dialect Dialect => Dialect.Cardgate;

    protected override string PaidStatus => "processed";

    public static TheoryData<ProviderMode, Device> Everywhere => Modes.OnEveryDevice(ProviderMode.CardgateOurs, ProviderMode.CardgateTheirs);

    [Theory, MemberData(nameof(Everywhere))]
    public Task A_card_is_typed_once_and_then_three_digits(ProviderMode mode, Device device) => TypesOnceAndThenThreeDigitsAsync(mode, device);

    [Theory, MemberData(nameof(Everywhere))]
    public Task A_bank_two_redirects_deep_is_passed(ProviderMode mode, Device device) => PassesTheBankAsync(mode, device);

    [Theory, MemberData(nameof(Everywhere))]
    public Task After_a_refusal_another_card_pays(ProviderMode mode, Device device) => TakesAnotherCardAfterARefusalAsync(mode, device);

    [Theory, MemberData(nameof(Everywhere))]
    public Task Who_gives_up_there_comes_back_to_a_page_that_says_so(ProviderMode mode, Device device) => GivesUpThereAsync(mode, device);

    [Theory, MemberData(nameof(Everywhere))]
    public Task Who_never_comes_back_has_paid_all_the_same(ProviderMode mode, Device device) => NeverComesBackAsync(mode, device);
}

/// <summary>The chains of this half.</summary>
public sealed class CardgateChains() : Chains(ProviderMode.CardgateOurs, ProviderMode.CardgateTheirs);
