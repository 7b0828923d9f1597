using System.Net;
using System.Net.Sockets;
using SQLitePCL;

namespace Checkout.Tests.Server.Starting;

/// <summary>The built program, told to start where it must not: it ends with a sentence and not with a stack trace.</summary>
public sealed class RefusedStartTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("checkout-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Production_without_its_settings_says_all_it_wants() =>
        IsRefused(await CheckoutProgram.RunAsync($"--DataDirectory={_directory}", "--PublicUrl=http://pay.example"), "Checkout does not start:", "Vault:CertificatePath is missing", "PublicUrl must begin with https://");

    [Fact]
    public async Task A_key_file_that_will_not_do_is_named()
    {
        string[] Production(string path, string password = TestCertificate.Password) =>
            [$"--DataDirectory={_directory}", "--PublicUrl=https://pay.example", $"--Vault:CertificatePath={path}", $"--Vault:CertificatePassword={password}"];
        var (good, weak, text) = (TestCertificate.Write(_directory), TestCertificate.WriteWeak(_directory), Path.Combine(_directory, "text.pfx"));
        await File.WriteAllTextAsync(text, "not a certificate");
        TestCertificate.Allow(text, UnixFileMode.UserRead);
        var open = Path.Combine(_directory, "open.pfx");
        File.Copy(good, open);
        TestCertificate.Allow(open, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        var runs = await Task.WhenAll(
            CheckoutProgram.RunAsync(Production(weak)), CheckoutProgram.RunAsync(Production(text)), CheckoutProgram.RunAsync(Production(open)), CheckoutProgram.RunAsync(Production(good, "wrong")));
        IsRefused(runs[0], "whose RSA key has 2048 bits. Make one with 3072 bits or more.");
        IsRefused(runs[1], "which does not open");
        IsRefused(runs[2], "which every user of this machine can read. Take that right away (chmod 600).");
        IsRefused(runs[3], "which does not open");
    }

    [Fact]
    public async Task A_second_server_over_the_same_data_does_not_start()
    {
        string[] sandbox = ["--environment", "Development", $"--DataDirectory={_directory}", "--urls", "http://127.0.0.1:0"];
        await using var first = await CheckoutProgram.StartAsync(sandbox);

        IsRefused(await CheckoutProgram.RunAsync(sandbox), $"Another server is at work over {_directory}. Stop it first, or choose another DataDirectory");
    }

    [Fact]
    public async Task An_address_or_directory_that_cannot_be_used_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var file = Path.Combine(_directory, "file");
        await File.WriteAllTextAsync(file, "");
        string[] Sandbox(params string[] more) => ["--environment", "Development", $"--DataDirectory={_directory}/data{more[^1].GetHashCode(StringComparison.Ordinal)}", .. more];

        var runs = await Task.WhenAll(
            CheckoutProgram.RunAsync(Sandbox("--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}")),
            CheckoutProgram.RunAsync(Sandbox("--urls", "nonsense")),
            CheckoutProgram.RunAsync(Sandbox("--urls", "https://127.0.0.1:0")),
            CheckoutProgram.RunAsync("--environment", "Development", $"--DataDirectory={file}"),
            CheckoutProgram.RunAsync("--environment", "Development", $"--DataDirectory={file}/below"));
        IsRefused(runs[0], "address already in use");
        IsRefused(runs[1], "nonsense");
        IsRefused(runs[2], "certificate");
        IsRefused(runs[3], file);
        IsRefused(runs[4], file);
    }

    [Fact]
    public async Task Production_does_not_touch_the_data_of_a_sandbox()
    {
        await using (await RunningCheckout.StartAsync(directory: _directory))
        {
        }

        var before = File.ReadAllBytes(Path.Combine(_directory, "checkout.db"));
        var certificate = TestCertificate.Write(_directory);
        IsRefused(
            await CheckoutProgram.RunAsync($"--DataDirectory={_directory}", "--PublicUrl=https://pay.example", $"--Vault:CertificatePath={certificate}", $"--Vault:CertificatePassword={TestCertificate.Password}"),
            "sandbox");
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(_directory, "checkout.db")));
    }

    [Fact]
    public async Task Lost_keys_stop_the_start()
    {
        await using (var server = await RunningCheckout.StartAsync(directory: _directory)) await server.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()).With("GenerateCreditCardToken", true));
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open_v2(Path.Combine(_directory, "checkout.db"), out var db, raw.SQLITE_OPEN_READWRITE, null));
        using (db) Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(db, "DELETE FROM setting WHERE room = 'key-ring'"));
        IsRefused(await CheckoutProgram.RunAsync("--environment", "Development", $"--DataDirectory={_directory}"), "Restore the key ring");
    }

    private static void IsRefused(Ended ended, params string[] sentences)
    {
        Assert.True(ended.Code == 1, ended.ToString());
        Assert.All(sentences, sentence => Assert.Contains(sentence, ended.Complained, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("   at ", ended.Complained, StringComparison.Ordinal);
        Assert.DoesNotContain("Checkout is ready", ended.Said, StringComparison.Ordinal);
    }
}
