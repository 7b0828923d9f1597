namespace Checkout.Web.Hosting.Settings;

/// <summary>Every setting of ours by name. A name under one of our sections that is not here is a typing error, and the start says so.</summary>
public static class KnownSettings
{
    /// <summary>Below this stand card ranges, which nobody can list.</summary>
    public const string MaskLabels = "Smart2Pay:MaskLabels";

    private static readonly string[] Names =
    [
        "PublicUrl", "DataDirectory", "Storage:Provider", "Storage:ConnectionString", "Sandbox:Enabled", "Sandbox:Clock",
        "Simulator:Capture", "Simulator:SettleAfter", "Vault:CertificatePath", "Vault:CertificatePassword",
        "Vault:FormerCertificatePath", "Vault:FormerCertificatePassword", "Limits:Tries", "Limits:WrongCodes",
        MaskLabels, "Smart2Pay:ListLimit", "Smart2Pay:LargestListLimit", "Operator:Urls",
    ];

    /// <summary>Settings of the host that an operator may type too.</summary>
    private static readonly string[] HostNames = ["urls", "environment", "contentRoot"];

    /// <summary>Whether it is a setting, of ours or of the host, in any case of letters.</summary>
    public static bool Has(string name) => Names.Concat(HostNames).Contains(name, StringComparer.OrdinalIgnoreCase)
        || name.StartsWith(MaskLabels + ":", StringComparison.OrdinalIgnoreCase);

    /// <summary>A sentence for each name under one of our sections that nobody knows.</summary>
    public static IEnumerable<string> Faults(IConfiguration configuration) =>
        from section in Names.Where(n => n.Contains(':', StringComparison.Ordinal)).Select(n => n.Split(':')[0]).Distinct()
        from child in configuration.GetSection(section).GetChildren()
        let name = $"{section}:{child.Key}"
        where !Names.Contains(name, StringComparer.OrdinalIgnoreCase)
        select $"There is no setting {name}; known are {string.Join(", ", Names.Where(n => n.StartsWith(section + ":", StringComparison.Ordinal)))}.";
}
