namespace Checkout.Web.Hosting;

/// <summary>
/// A page's address is a key to a payment, and the framework's request logs print addresses, in their lines and in the scopes around ours.
/// No setting can bring them into a log: every rule, whoever wrote it, has to pass this wall too.
/// </summary>
public static class LogWall
{
    private static readonly string[] Talkative = ["Microsoft.AspNetCore", "System.Net.Http"];

    // It warns that the ring of ForgetfulKeyRing is not encrypted; that ring never leaves the process.
    private const string KeyRing = "Microsoft.AspNetCore.DataProtection";

    public static IServiceCollection KeepAddressesOutOfLogs(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(options =>
    {
        options.CaptureScopes = false;
        for (var i = 0; i < options.Rules.Count; i++) options.Rules[i] = Walled(options.Rules[i]);

        // It stands first and so loses against any other rule; it is for what no other rule speaks of.
        options.Rules.Insert(0, new LoggerFilterRule(null, null, options.MinLevel, (_, category, level) => MayPass(category, level)));
    });

    private static LoggerFilterRule Walled(LoggerFilterRule rule) => new(rule.ProviderName, rule.CategoryName, rule.LogLevel,
        (provider, category, level) => MayPass(category, level) && (rule.Filter is null || rule.Filter(provider, category, level)));

    private static bool MayPass(string? category, LogLevel level) =>
        level >= (IsOf(category, KeyRing) ? LogLevel.Error : Talkative.Any(t => IsOf(category, t)) ? LogLevel.Warning : LogLevel.Trace);

    private static bool IsOf(string? category, string room) => category?.StartsWith(room, StringComparison.OrdinalIgnoreCase) == true;
}
