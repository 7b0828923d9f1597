using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Core.Payments;

public sealed class UpstreamCallTests
{
    private static readonly ConnectorOutcome Unsent = new ConnectorOutcome.NotSent(ConnectorFault.NotConnected);

    [Fact]
    public async Task What_was_not_sent_is_known_only_by_the_call_that_sends()
    {
        Assert.IsType<ConnectorOutcome.NotSent>(await UpstreamCall.RunAsync(_ => Task.FromResult(Unsent), TimeProvider.System));
        Assert.IsType<ConnectorOutcome.Unknown>(await UpstreamCall.AskAsync(_ => Task.FromResult(Unsent), TimeProvider.System));
    }

    [Fact]
    public async Task Broken_code_is_unknown_and_never_declined() =>
        Assert.Equal(new ConnectorOutcome.Unknown(ConnectorFault.Broken), await UpstreamCall.RunAsync(_ => throw new InvalidOperationException("broken"), TimeProvider.System));
}
