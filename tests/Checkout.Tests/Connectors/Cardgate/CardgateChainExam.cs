using Checkout.Core.Upstream;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>Cards are collected by us and sent to another Checkout.</summary>
public sealed class CardgateChainExam(CardgateChain chain) : ConnectorExam, IClassFixture<CardgateChain>
{
    private readonly IConnector _connector = chain.Connect(CardEntry.Ours);

    protected override IConnector Connector => _connector;

    protected override ExamCards Cards => new("5519283812030000", "4000000000000002", "5123817234060000", "4000000000000119");

    protected override bool ChecksCards => false;

    protected override IEnumerable<string> Remembered => [$"{_connector}"];

    protected override void Pass(TimeSpan time) => chain.Upstream.AdvanceAsync(time).GetAwaiter().GetResult();

    protected override Task VisitBankAsync(string reference, ShopperRedirect redirect, AtTheBank does) =>
        chain.DecideAsync(redirect, does switch { AtTheBank.Approves => "approve", AtTheBank.Refuses => "refuse", AtTheBank.GivesUp => "cancel" });
}
