using System.Diagnostics;
using System.Text;

namespace Checkout.Tests.Server;

/// <summary>What a command said, and how it ended.</summary>
public sealed record Ended(int Code, string Said, string Complained)
{
    public override string ToString() => $"{Code}\n{Said}\n{Complained}";
}

/// <summary>The built program as a process of its own: commands that end, and servers that run until they are stopped.</summary>
public sealed class CheckoutProgram : CheckoutClient, IAsyncDisposable
{
    private const string ReadyWords = "Checkout is ready at ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _said;

    private CheckoutProgram(Process process, StringBuilder said, string address)
        : base(address) => (_process, _said) = (process, said);

    public int ProcessId => _process.Id;

    /// <summary>Everything the server wrote to its outputs so far.</summary>
    public string Said
    {
        get
        {
            lock (_said) return _said.ToString();
        }
    }

    /// <summary>Runs a command, or a server that is to refuse its start, to its end.</summary>
    public static async Task<Ended> RunAsync(params string[] args)
    {
        using var process = Start(args);
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        return new Ended(process.ExitCode, await said, await complained);
    }

    /// <summary>Starts a server and waits until it says that it is ready.</summary>
    public static async Task<CheckoutProgram> StartAsync(params string[] args)
    {
        var process = Start(["--urls", "http://127.0.0.1:0", .. args]);
        var said = new StringBuilder();
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Hear(string? line)
        {
            if (line is null) return;
            lock (said) said.AppendLine(line);
            if (line.StartsWith(ReadyWords, StringComparison.Ordinal)) address.TrySetResult(line[ReadyWords.Length..].Trim());
        }

        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new CheckoutProgram(process, said, await address.Task.WaitAsync(Patience));
    }

    /// <summary>Asks the server to stop, as a service manager does, and waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Start(string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Checkout.Web.dll"), .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        // What the caller's shell says about servers must not reach the program.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || k.StartsWith("Logging_", StringComparison.Ordinal)).ToArray()) start.Environment.Remove(name);
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }
}
