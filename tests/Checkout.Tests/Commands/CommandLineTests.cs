using Checkout.Web.Commands;

namespace Checkout.Tests.Commands;

/// <summary>Whatever an operator gets wrong ends with a sentence and status 1, and never with the trace of an exception.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("checkout-");

    [Theory]
    [InlineData("--urls", "nonsense")]
    [InlineData("--urls", "http://127.0.0.1:99999")]
    [InlineData("--Smart2Pay:ListLimit=abc")]
    [InlineData("--Logging:LogLevel:Default=Nonsense", "--urls", "http://127.0.0.1:0")]
    [InlineData("--Operator:Urls=http://127.0.0.1:9090")]
    public async Task A_server_that_cannot_start_says_why(params string[] args) =>
        Assert.Equal(1, await CommandLine.RunAsync(["--environment", "Development", $"--DataDirectory={_directory.FullName}", .. args]));

    [Fact]
    public async Task A_broken_settings_file_is_told()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory.FullName, "appsettings.json"), "{ \"PublicUrl\": ");
        Assert.Equal(1, await CommandLine.RunAsync(["merchant", "list", "--contentRoot", _directory.FullName]));
        Assert.Equal(1, await CommandLine.RunAsync(["--contentRoot", _directory.FullName]));
    }

    [Fact]
    public async Task A_command_keeps_sandbox_and_earnest_apart()
    {
        string[] sandbox = ["--environment", "Development", "--DataDirectory", _directory.FullName];
        Assert.Equal(0, await CommandLine.RunAsync(["merchant", "add", "--site", "7", "--name", "Shop", .. sandbox]));
        Assert.Equal(0, await CommandLine.RunAsync(["merchant", "list", .. sandbox]));
        Assert.Equal(1, await CommandLine.RunAsync(["merchant", "list", "--environment", "Production", "--DataDirectory", _directory.FullName,
            "--PublicUrl=https://pay.example", "--Vault:CertificatePath", typeof(CommandLine).Assembly.Location]));
    }

    [Fact]
    public async Task Health_says_when_nobody_answers() => Assert.Equal(1, await CommandLine.RunAsync(["health", "--urls", "http://127.0.0.1:1"]));

    public void Dispose() => _directory.Delete(recursive: true);
}
