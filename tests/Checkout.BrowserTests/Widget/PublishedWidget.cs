using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Checkout.BrowserTests.Widget;

/// <summary>
/// The script that shops of this dialect put our page into their own with, as its maker publishes it: fetched by npm, compared with the hash
/// we know, and handed out unchanged. Nothing of it is run here; only the browser runs it.
/// </summary>
public static class PublishedWidget
{
    private const string Package = "@paycore/merchant-widget-js@0.4.2";
    private const string Integrity = "VJyrXhCChk1A6Ak/NfaeCXx5viCnUeK8TgBF7R597dCctZSLFv0W4KpY5rUiZbbxdGF1hwAiHD7bSJTaskN1uw==";
    private const string Script = "package/dist/merchantWidget.umd.min.js";
    private const string HowToInstall = "The story of the published widget needs npm, which is not on PATH. On Debian, as root: apt-get update && apt-get install -y --no-install-recommends nodejs npm";

    private static readonly TimeSpan LongestFetch = TimeSpan.FromMinutes(2);
    private static readonly Lazy<Task<string>> Fetched = new(FetchAsync);

    /// <summary>The script's text.</summary>
    public static Task<string> ScriptAsync() => Fetched.Value;

    private static async Task<string> FetchAsync()
    {
        var folder = Directory.CreateTempSubdirectory("widget-");
        try
        {
            await PackAsync(folder.FullName);
            var file = Assert.Single(folder.GetFiles("*.tgz"));
            var bytes = await File.ReadAllBytesAsync(file.FullName);
            Assert.True(Convert.ToBase64String(SHA512.HashData(bytes)) == Integrity, $"npm brought another {Package} than the one that was published: its hash is not {Integrity}.");
            return await ReadScriptAsync(bytes);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PackAsync(string folder)
    {
        using var npm = new Process { StartInfo = new ProcessStartInfo("npm", ["pack", Package, "--ignore-scripts"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true } };
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
            throw new Xunit.Sdk.XunitException($"npm did not bring {Package} within {LongestFetch.TotalMinutes} minutes. It asks the registry that \"npm config get registry\" names.");
        }

        Assert.True(npm.ExitCode == 0, $"npm did not bring {Package}; it asks the registry that \"npm config get registry\" names. It said:\n{await said}{await complained}");
    }

    private static async Task<string> ReadScriptAsync(byte[] package)
    {
        await using var unpacked = new GZipStream(new MemoryStream(package), CompressionMode.Decompress);
        await using var tar = new TarReader(unpacked);
        while (await tar.GetNextEntryAsync() is { } entry)
        {
            if (entry.Name != Script) continue;
            using var reader = new StreamReader(entry.DataStream!, Encoding.UTF8);
            return await reader.ReadToEndAsync();
        }

        throw new Xunit.Sdk.XunitException($"{Package} holds no {Script}.");
    }
}
