namespace Checkout.Web.Hosting.Workers;

/// <summary>
/// Addresses a merchant may choose for us to call: outside the sandbox https on the ports of web servers, so that nobody makes us knock at
/// other doors of a network.
/// </summary>
public static class GuardedTarget
{
    public const string Rule = "an https address on port 443, 80 or 8443, without a user name";
    public const string SandboxRule = "an http or https address without a user name";

    public static bool MayCall(Uri address, bool isSandbox) =>
        address is { IsAbsoluteUri: true, UserInfo: "", Scheme: "https" or "http" } && (isSandbox || address is { Scheme: "https", Port: 443 or 80 or 8443 });
}
