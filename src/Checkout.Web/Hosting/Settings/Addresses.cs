using System.Net;

namespace Checkout.Web.Hosting.Settings;

/// <summary>The addresses among the settings: where the server listens, and where shoppers reach it.</summary>
internal static class Addresses
{
    public static string? PublicUrl(SettingValues values, bool isSandbox)
    {
        if (values.Text("PublicUrl") is not { } text)
        {
            if (!isSandbox) values.AddFault("PublicUrl is missing: outside the sandbox links must name the https address shoppers reach this server at.");
            return null;
        }

        if (!IsBase(text, out var scheme))
        {
            values.AddFault($"PublicUrl is \"{text}\"; it must be an http or https address without a path, such as https://pay.example.");
            return null;
        }

        if (!isSandbox && scheme != "https")
            values.AddFault("PublicUrl must begin with https:// outside the sandbox, because shoppers type card numbers there.");
        return text.TrimEnd('/');
    }

    /// <summary>What the framework would only stumble over when the door opens.</summary>
    public static void CheckListening(SettingValues values)
    {
        foreach (var url in values.Text(WebHostDefaults.ServerUrlsKey)?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            if (!IsListening(url)) values.AddFault($"urls is \"{url}\"; it must be an address to listen on, such as http://127.0.0.1:5080.");
        }

        if (values.Text("Operator:Urls") is not null)
            values.AddFault("Operator:Urls is not in this version: remove it. /metrics answers callers on this machine.");
    }

    private static bool IsBase(string text, out string scheme)
    {
        scheme = "";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return false;
        scheme = uri.Scheme;
        return uri is { PathAndQuery: "/", UserInfo: "", Fragment: "" };
    }

    private static bool IsListening(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url.Trim());
            return address.Scheme is "http" or "https" && address.PathBase.Length == 0 && address.Port is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort;
        }
        catch (FormatException)
        {
            // The framework has no reading of addresses that answers with a value.
            return false;
        }
    }
}
