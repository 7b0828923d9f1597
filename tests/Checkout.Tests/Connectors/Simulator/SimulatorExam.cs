using Checkout.Connectors.Simulator;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Connectors.Simulator;

public sealed class SimulatorExam : ConnectorExam
{
    private readonly SimulatorRig _rig = new();

    protected override IConnector Connector => _rig.Connector;

    protected override ExamCards Cards => new("4111111111111111", "4000000000000002", "4000000000003220", "4000000000000119");

    protected override IEnumerable<string> Remembered => _rig.Books.Texts;

    protected override void Pass(TimeSpan time) => _rig.Clock.Pass(time);

    protected override async Task VisitBankAsync(string reference, ShopperRedirect redirect, AtTheBank does)
    {
        Assert.EndsWith($"/sandbox/bank/{reference}", redirect.Url, StringComparison.Ordinal);
        Assert.NotNull(await _rig.Bank.DecideAsync(reference, does switch
        {
            AtTheBank.Approves => BankDecision.Approve,
            AtTheBank.Refuses => BankDecision.Refuse,
            AtTheBank.GivesUp => BankDecision.Cancel,
        }));
    }
}
