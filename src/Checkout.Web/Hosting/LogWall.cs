namespace Checkout.Web.Hosting;

/// <summary>
/// A page's address is a key to a payment, and the framework's request logs print addresses. No setting can bring them into the log.
/// </summary>
internal static class LogWall
{
    private static readonly string[] Talkative = ["Microsoft.AspNetCore", "System.Net.Http"];

    public static IServiceCollection KeepAddressesOutOfLogs(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(options =>
    {
        foreach (var rule in options.Rules.Where(IsTalkative).ToList()) options.Rules.Remove(rule);
        foreach (var category in Talkative) options.Rules.Add(new LoggerFilterRule(null, category, LogLevel.Warning, null));

        // It warns that the ring of ForgetfulKeyRing is not encrypted; that ring never leaves the process.
        options.Rules.Add(new LoggerFilterRule(null, "Microsoft.AspNetCore.DataProtection", LogLevel.Error, null));
    });

    private static bool IsTalkative(LoggerFilterRule rule) =>
        rule.CategoryName is { } category && Talkative.Any(t => category.StartsWith(t, StringComparison.OrdinalIgnoreCase) || t.StartsWith(category, StringComparison.OrdinalIgnoreCase));
}
