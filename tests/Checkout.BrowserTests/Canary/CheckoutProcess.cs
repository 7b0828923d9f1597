using System.Diagnostics;
using System.Text;

namespace Checkout.BrowserTests.Canary;

/// <summary>The server as a process of its own, so that all it says can be kept. It says as much as it can.</summary>
public sealed class CheckoutProcess : IDisposable
{
    private const string ReadyWords = "Checkout is ready at ";

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private CheckoutProcess(string directory)
    {
        Directory = directory;
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet")
            {
                ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Checkout.Web.dll"), "--urls", "http://127.0.0.1:0", "--environment", "Development", $"--DataDirectory={directory}", "--Logging:LogLevel:Default=Trace" },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
    }

    public string Directory { get; }

    /// <summary>Everything the process wrote to its output so far.</summary>
    public string Said
    {
        get
        {
            lock (_said) return _said.ToString();
        }
    }

    public string Address => _address.Task.Result;

    public static async Task<CheckoutProcess> StartAsync()
    {
        var process = new CheckoutProcess(System.IO.Directory.CreateTempSubdirectory("checkout-canary-").FullName);
        process._process.Start();
        process._process.BeginOutputReadLine();
        process._process.BeginErrorReadLine();
        await process._address.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return process;
    }

    /// <summary>Ends the process without a word of warning, so that everything lies about as it did.</summary>
    public void Stop()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Stop();
        _process.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_said) _said.AppendLine(line);
        if (line.StartsWith(ReadyWords, StringComparison.Ordinal)) _address.TrySetResult(line[ReadyWords.Length..].Trim());
    }
}
