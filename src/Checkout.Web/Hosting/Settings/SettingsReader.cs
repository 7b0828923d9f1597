using System.Globalization;
using Checkout.Connectors.Simulator;
using Checkout.Core.Payments;
using Checkout.Vault;

namespace Checkout.Web.Hosting.Settings;

/// <summary>Reads the settings and gathers every fault, each as a sentence that says how to mend it.</summary>
public sealed class SettingsReader(IConfiguration configuration, bool isProduction)
{
    /// <summary>Every setting of ours. A name under one of our sections that is not here is a typing error, and the start says so.</summary>
    private static readonly string[] Known =
    [
        "PublicUrl", "DataDirectory", "Storage:Provider", "Storage:ConnectionString", "Sandbox:Enabled", "Sandbox:Clock", "Simulator:Capture", "Simulator:SettleAfter",
        "Vault:CertificatePath", "Vault:CertificatePassword", "Vault:FormerCertificatePath", "Vault:FormerCertificatePassword",
        "Limits:Tries", "Limits:WrongCodes",
    ];

    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    public CheckoutSettings Read()
    {
        var sandbox = new SandboxSettings(Flag("Sandbox:Enabled") ?? !isProduction, Instant("Sandbox:Clock"));
        var settings = new CheckoutSettings
        {
            PublicUrl = PublicUrl(sandbox.Enabled),
            DataDirectory = Path.GetFullPath(Text("DataDirectory") ?? "data"),
            Sandbox = sandbox,
            Simulator = new SimulatorSettings(Capture(), Span("Simulator:SettleAfter") ?? TimeSpan.FromSeconds(1)),
            Vault = new VaultOptions
            {
                CertificatePath = Text("Vault:CertificatePath"),
                CertificatePassword = Text("Vault:CertificatePassword"),
                FormerCertificatePath = Text("Vault:FormerCertificatePath"),
                FormerCertificatePassword = Text("Vault:FormerCertificatePassword"),
            },
            Limits = new PaymentLimits(Count("Limits:Tries") ?? (sandbox.Enabled ? 0 : 5), Count("Limits:WrongCodes") ?? (sandbox.Enabled ? 0 : 3)),
        };
        CheckStorage();
        CheckVault(settings);
        CheckNames();
        if (settings.Sandbox is { Enabled: false, Clock: not null }) _faults.Add("Sandbox:Clock moves the clock of a sandbox only: remove it, or set Sandbox:Enabled=true.");
        return settings;
    }

    private string? Text(string name) => configuration[name] is { Length: > 0 } text ? text : null;

    private bool? Flag(string name) => Read(name, "true or false", text => bool.TryParse(text, out var value) ? value : (bool?)null);

    private int? Count(string name) =>
        Read(name, "a whole number from 0 to 1000", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 1000 ? value : (int?)null);

    private DateTimeOffset? Instant(string name) => Read(name, "an instant such as 2018-05-02T08:00:00Z", text =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var value) ? value : (DateTimeOffset?)null);

    /// <summary>A time span as <c>00:00:01</c>, or a plain number of seconds, or with a unit: <c>500ms</c>, <c>1s</c>, <c>5m</c>.</summary>
    private TimeSpan? Span(string name) => Read(name, "a time such as 1s, 500ms or 00:00:01", text =>
    {
        var (digits, unit) = text switch
        {
            _ when text.EndsWith("ms", StringComparison.Ordinal) => (text[..^2], 0.001),
            _ when text.EndsWith('s') => (text[..^1], 1.0),
            _ when text.EndsWith('m') => (text[..^1], 60.0),
            _ => (text, 1.0),
        };
        if (double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 86_400) return TimeSpan.FromSeconds(number * unit);
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero && span <= TimeSpan.FromDays(1) ? span : (TimeSpan?)null;
    });

    private SimulatorCapture Capture() => Read("Simulator:Capture", "Immediate or Deferred", text => Enum.TryParse<SimulatorCapture>(text, ignoreCase: true, out var mode) && Enum.IsDefined(mode) && !char.IsDigit(text[0])
        ? mode : (SimulatorCapture?)null) ?? SimulatorCapture.Immediate;

    private T? Read<T>(string name, string wanted, Func<string, T?> read)
        where T : struct
    {
        if (Text(name) is not { } text) return null;
        var value = read(text);
        if (value is null) _faults.Add($"{name} is \"{text}\"; it must be {wanted}.");
        return value;
    }

    private string? PublicUrl(bool isSandbox)
    {
        if (Text("PublicUrl") is not { } text) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            _faults.Add($"PublicUrl is \"{text}\"; it must be an http or https address without a path, such as https://pay.example.");
            return null;
        }

        if (!isSandbox && uri.Scheme != "https") _faults.Add("PublicUrl must begin with https:// outside the sandbox, because shoppers type card numbers there.");
        return text.TrimEnd('/');
    }

    private void CheckStorage()
    {
        if (Text("Storage:Provider") is { } provider && !provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
            _faults.Add($"Storage:Provider is \"{provider}\"; this version keeps its data with Sqlite.");
        if (Text("Storage:ConnectionString") is not null)
            _faults.Add("Storage:ConnectionString is not used with Sqlite: remove it, and say with DataDirectory where the files shall lie.");
    }

    private void CheckVault(CheckoutSettings settings)
    {
        foreach (var (name, path) in new[] { ("Vault:CertificatePath", settings.Vault.CertificatePath), ("Vault:FormerCertificatePath", settings.Vault.FormerCertificatePath) })
            if (path is not null && !File.Exists(path)) _faults.Add($"{name} names {path}, which does not exist or cannot be read.");
        if (settings.Sandbox.Enabled) return;
        if (settings.Vault.CertificatePath is null)
            _faults.Add("Vault:CertificatePath is missing: outside the sandbox the key ring must be protected by a certificate of yours (PFX, RSA of 3072 bits or more).");
        if (settings.PublicUrl is null && _faults.TrueForAll(f => !f.StartsWith("PublicUrl", StringComparison.Ordinal)))
            _faults.Add("PublicUrl is missing: outside the sandbox links must name the https address shoppers reach this server at.");
    }

    private void CheckNames()
    {
        foreach (var section in Known.Where(k => k.Contains(':', StringComparison.Ordinal)).Select(k => k.Split(':')[0]).Distinct())
        {
            foreach (var child in configuration.GetSection(section).GetChildren())
            {
                var name = $"{section}:{child.Key}";
                if (!Known.Contains(name, StringComparer.OrdinalIgnoreCase)) _faults.Add($"There is no setting {name}; known are {string.Join(", ", Known.Where(k => k.StartsWith(section + ":", StringComparison.Ordinal)))}.");
            }
        }
    }
}
