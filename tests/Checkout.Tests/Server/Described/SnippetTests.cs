using System.Diagnostics;
using System.Text;
using AngleSharp.Html.Parser;

namespace Checkout.Tests.Server.Described;

/// <summary>The programs that the page gives merchants to check signatures with, as they are printed: they know the published one, and no other.</summary>
public sealed class SnippetTests(DescribedCardgate server) : IClassFixture<DescribedCardgate>
{
    private const string Secret = "sk_test_demo";
    private const string Body = """{"data":{"type":"payment-invoices","id":"cpi_ADzwZTG99f3q3utQ"}}""";
    private const string Signature = "CEp6bkG6nvVPvViWHF4x7N8NcbY=";

    /// <summary>How each language is asked. <c>tests/run</c> installs what it needs.</summary>
    private static readonly Dictionary<string, (string Program, string File, string Command)> Ways = new()
    {
        ["sh"] = ("openssl", "check.sh", "sh check.sh"),
        ["php"] = ("php", "check.php", """php -r 'require "check.php"; echo isSignedBy(getenv("secret"), file_get_contents("body"), getenv("signature")) ? "valid" : "invalid";'"""),
        ["mjs"] = ("node", "check.mjs", """node --input-type=module -e 'import { isSignedBy } from "./check.mjs"; import fs from "node:fs"; console.log(isSignedBy(process.env.secret, fs.readFileSync("body"), process.env.signature) ? "valid" : "invalid")'"""),
        ["py"] = ("python3", "check.py", """python3 -c 'import os, check; print("valid" if check.is_signed_by(os.environ["secret"], open("body", "rb").read(), os.environ["signature"]) else "invalid")'"""),
    };

    public static TheoryData<string> Languages => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_program_knows_a_true_signature_from_a_false_one(string language)
    {
        var (program, file, command) = Ways[language];
        var code = await PrintedAsync(language);
        Assert.True(await RunAsync($"command -v {program}", ".", "", "") != "", $"{program} is not on PATH; on Debian, as root: apt-get install -y --no-install-recommends {(program == "php" ? "php-cli" : program)}");

        var folder = Directory.CreateTempSubdirectory("snippet-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, file), code);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "body"), Body);
            foreach (var (secret, signature, said) in new[] { (Secret, Signature, "valid"), (Secret, "C" + Signature[1..^2] + "A=", "invalid"), (Secret, "", "invalid"), (Secret, Signature[..^1] + "\u00e9", "invalid"), ("sk_test_other", Signature, "invalid") })
                Assert.Equal((signature, said), (signature, await RunAsync(command, folder.FullName, secret, signature)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_one_for_us_is_the_one_that_was_compiled_here()
    {
        var sources = Directory.GetFiles(House.Repository.Root, "SignatureCheck.cs", SearchOption.AllDirectories);
        Assert.Equal(await File.ReadAllTextAsync(Assert.Single(sources)), await PrintedAsync("cs"));
        Assert.True(SignatureCheck.IsSignedBy(Secret, Encoding.UTF8.GetBytes(Body), Signature));
        Assert.False(SignatureCheck.IsSignedBy(Secret, Encoding.UTF8.GetBytes(Body + " "), Signature));
        Assert.False(SignatureCheck.IsSignedBy(Secret, Encoding.UTF8.GetBytes(Body), ""));
    }

    private async Task<string> PrintedAsync(string language)
    {
        using var page = new HtmlParser().ParseDocument(await server.Checkout.Http.GetStringAsync("/docs/cardgate"));
        return page.GetElementById($"cardgate-callbacks-{language}")!.TextContent;
    }

    private static async Task<string> RunAsync(string command, string folder, string secret, string signature)
    {
        var start = new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardOutput = true, WorkingDirectory = folder };
        (start.Environment["secret"], start.Environment["signature"]) = (secret, signature);
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said.Trim();
    }
}
