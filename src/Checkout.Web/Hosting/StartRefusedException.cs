namespace Checkout.Web.Hosting;

/// <summary>The server does not start: every fault of its settings, a sentence each.</summary>
public sealed class StartRefusedException(IReadOnlyList<string> faults)
    : Exception("Checkout does not start:" + Environment.NewLine + string.Join(Environment.NewLine, faults.Select(f => "  - " + f)));
