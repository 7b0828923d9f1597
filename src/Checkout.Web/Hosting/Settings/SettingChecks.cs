using Checkout.Web.Dialects.Smart2Pay;

namespace Checkout.Web.Hosting.Settings;

/// <summary>What must fit together beyond single values: store, vault, and the Smart2Pay dialect.</summary>
internal static class SettingChecks
{
    public static void CheckStorage(SettingValues values)
    {
        if (values.Text("Storage:Provider") is { } provider && !provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
            values.AddFault($"Storage:Provider is \"{provider}\"; this version keeps its data with Sqlite.");
        if (values.Text("Storage:ConnectionString") is not null)
            values.AddFault("Storage:ConnectionString is not used with Sqlite: remove it, and say with DataDirectory where the files shall lie.");
    }

    public static void CheckVault(SettingValues values, CheckoutSettings settings)
    {
        CheckFile(values, "Vault:CertificatePath");
        CheckFile(values, "Vault:FormerCertificatePath");
        if (settings.Sandbox.Enabled || settings.Vault.CertificatePath is not null) return;
        values.AddFault(
            "Vault:CertificatePath is missing: outside the sandbox the key ring must be protected by a certificate of yours (PFX, RSA of 3072 bits or more).");
    }

    /// <summary>The dialect binds these itself; here they are judged together with all others.</summary>
    public static void CheckSmart2Pay(SettingValues values)
    {
        var usual = new Smart2PayOptions();
        var limit = values.Count("Smart2Pay:ListLimit", least: 1, most: 500) ?? usual.ListLimit;
        var largest = values.Count("Smart2Pay:LargestListLimit", least: 100) ?? usual.LargestListLimit;
        if (limit > largest) values.AddFault($"Smart2Pay:ListLimit is {limit}; it must not be above Smart2Pay:LargestListLimit, which is {largest}.");
        if (values.Text(KnownSettings.MaskLabels) is not null)
            values.AddFault($"{KnownSettings.MaskLabels} needs a card range behind it, such as {KnownSettings.MaskLabels}:411111=VISA.");
        foreach (var (range, label) in values.Under(KnownSettings.MaskLabels))
        {
            if (range.Length is 0 or > 6 || !range.All(char.IsAsciiDigit) || label.Length is 0 or > 32)
                values.AddFault($"{KnownSettings.MaskLabels}:{range} is \"{label}\"; it must be 1 to 6 leading digits of a card number with a word of 1 to 32 characters.");
        }
    }

    private static void CheckFile(SettingValues values, string name)
    {
        if (values.Text(name) is { } path && !File.Exists(path)) values.AddFault($"{name} names {path}, which does not exist or cannot be read.");
    }
}
