using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Checkout.BrowserTests.Published;

/// <summary>
/// A script that pages of shops use, as its maker publishes it: fetched by npm, compared with the hash we know, and handed out unchanged.
/// Nothing of it is run here; only the browser runs it.
/// </summary>
/// <param name="name">With its version.</param>
/// <param name="integrity">SHA-512 of the package, Base64.</param>
/// <param name="script">The file in it that browsers load.</param>
public sealed class PublishedPackage(string name, string integrity, string script)
{
    /// <summary>Puts our page into the shop's own.</summary>
    public static readonly PublishedPackage Widget = new(
        "@paycore/merchant-widget-js@0.4.2", "VJyrXhCChk1A6Ak/NfaeCXx5viCnUeK8TgBF7R597dCctZSLFv0W4KpY5rUiZbbxdGF1hwAiHD7bSJTaskN1uw==", "package/dist/merchantWidget.umd.min.js");

    /// <summary>Calls the public API.</summary>
    public static readonly PublishedPackage Sdk = new(
        "@paycore/merchant-sdk-js@0.2.4", "kEOIrEhpOPXfT7MOSAJdaVEEov75hug2Y15cPBabohJJhHhcfmKwfNzQ2NLEvCyKJNq3dXFFJDHHzMv3/mt7tA==", "package/dist/MerchantSDK.umd.min.js");

    private const string HowToInstall = "The stories of published scripts need npm, which is not on PATH. On Debian, as root: apt-get update && apt-get install -y --no-install-recommends npm";

    private static readonly TimeSpan LongestFetch = TimeSpan.FromMinutes(2);

    private Task<string>? _fetched;

    /// <summary>The script's text.</summary>
    public Task<string> ScriptAsync() => _fetched ??= FetchAsync();

    private async Task<string> FetchAsync()
    {
        var folder = Directory.CreateTempSubdirectory("published-");
        try
        {
            await PackAsync(folder.FullName);
            var file = Assert.Single(folder.GetFiles("*.tgz"));
            var bytes = await File.ReadAllBytesAsync(file.FullName);
            Assert.True(Convert.ToBase64String(SHA512.HashData(bytes)) == integrity, $"npm brought another {name} than the one that was published: its hash is not {integrity}.");
            return await ReadScriptAsync(bytes);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task PackAsync(string folder)
    {
        using var npm = new Process { StartInfo = new ProcessStartInfo("npm", ["pack", name, "--ignore-scripts"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true } };
        try
        {
            npm.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new Xunit.Sdk.XunitException(HowToInstall);
        }

        using var patience = new CancellationTokenSource(LongestFetch);
        var said = npm.StandardOutput.ReadToEndAsync(patience.Token);
        var complained = npm.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await npm.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw new Xunit.Sdk.XunitException($"npm did not bring {name} within {LongestFetch.TotalMinutes} minutes. It asks the registry that \"npm config get registry\" names.");
        }

        Assert.True(npm.ExitCode == 0, $"npm did not bring {name}; it asks the registry that \"npm config get registry\" names. It said:\n{await said}{await complained}");
    }

    private async Task<string> ReadScriptAsync(byte[] package)
    {
        await using var unpacked = new GZipStream(new MemoryStream(package), CompressionMode.Decompress);
        await using var tar = new TarReader(unpacked);
        while (await tar.GetNextEntryAsync() is { } entry)
        {
            if (entry.Name != script) continue;
            using var reader = new StreamReader(entry.DataStream!, Encoding.UTF8);
            return await reader.ReadToEndAsync();
        }

        throw new Xunit.Sdk.XunitException($"{name} holds no {script}.");
    }
}
