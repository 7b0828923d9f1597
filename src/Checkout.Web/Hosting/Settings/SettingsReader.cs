using Checkout.Connectors.Simulator;
using Checkout.Core.Payments;
using Checkout.Vault;

namespace Checkout.Web.Hosting.Settings;

/// <summary>Reads the settings and gathers every fault, each as a sentence that says how to mend it.</summary>
/// <param name="configuration">All that was set anywhere.</param>
/// <param name="isDevelopment">Only there is the sandbox on unless somebody says otherwise: a forgotten setting must not open one.</param>
public sealed class SettingsReader(IConfiguration configuration, bool isDevelopment)
{
    private readonly SettingValues _values = new(configuration);

    public IReadOnlyList<string> Faults => _values.Faults;

    public CheckoutSettings Read()
    {
        var sandbox = new SandboxSettings(_values.Flag("Sandbox:Enabled") ?? isDevelopment, _values.Instant("Sandbox:Clock"));
        var settings = new CheckoutSettings
        {
            PublicUrl = Addresses.PublicUrl(_values, sandbox.Enabled),
            DataDirectory = Path.GetFullPath(_values.Text("DataDirectory") ?? "data"),
            Sandbox = sandbox,
            Simulator = Simulator(),
            Vault = Vault(),
            Limits = Limits(sandbox.Enabled),
        };
        SettingChecks.CheckStorage(_values);
        SettingChecks.CheckVault(_values, settings);
        SettingChecks.CheckSmart2Pay(_values);
        Addresses.CheckListening(_values);
        foreach (var fault in KnownSettings.Faults(configuration)) _values.AddFault(fault);
        if (sandbox is { Enabled: false, Clock: not null })
            _values.AddFault("Sandbox:Clock moves the clock of a sandbox only: remove it, or set Sandbox:Enabled=true.");
        return settings;
    }

    private SimulatorSettings Simulator() => new(
        _values.Word<SimulatorCapture>("Simulator:Capture") ?? SimulatorCapture.Immediate,
        _values.Span("Simulator:SettleAfter") ?? TimeSpan.FromSeconds(1));

    private VaultOptions Vault() => new()
    {
        CertificatePath = _values.Text("Vault:CertificatePath"),
        CertificatePassword = _values.Text("Vault:CertificatePassword"),
        FormerCertificatePath = _values.Text("Vault:FormerCertificatePath"),
        FormerCertificatePassword = _values.Text("Vault:FormerCertificatePassword"),
    };

    private PaymentLimits Limits(bool isSandbox) => new(
        _values.Count("Limits:Tries") ?? (isSandbox ? 0 : 5),
        _values.Count("Limits:WrongCodes") ?? (isSandbox ? 0 : 3));
}
