using Checkout.Core.Storage;
using Checkout.Storage;
using Checkout.Vault;
using Checkout.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Checkout.Web.Commands;

/// <summary>The program's front: a verb runs a command, anything else starts the server. Ends with 0, or with a sentence and 1.</summary>
public static class CommandLine
{
    private const string Verbs = "merchant add, merchant set, merchant list, merchant rotate-key, merchant refused, merchant resend, provider add, provider list, provider retire, provider test, import, verify, health";

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return args switch
            {
                ["merchant", .. var rest] => await MerchantCommand.RunAsync(rest),
                ["provider", .. var rest] => await ProviderCommand.RunAsync(rest),
                ["import", .. var rest] => await ImportCommand.RunAsync(rest),
                ["verify", .. var rest] => await VerifyCommand.RunAsync(rest),
                ["health", .. var rest] => await HealthCommand.RunAsync(rest),
                [var word, ..] when !word.StartsWith('-') && !word.Contains('=', StringComparison.Ordinal) =>
                    throw new CommandRefusedException($"There is no command \"{word}\". Known are: {Verbs}. Without a command the server starts."),
                _ => await ServeAsync(args),
            };
        }
        catch (Exception refused) when (IsForTheOperator(refused))
        {
            await Console.Error.WriteLineAsync(Sentence(refused));
            return 1;
        }
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        await using var app = await OpenAsync(args);
        var readiness = app.Services.GetRequiredService<Readiness>();
        await app.WaitForShutdownAsync();
        return readiness.HasFailed ? 1 : 0;
    }

    /// <summary>The framework has only its own exceptions for levels, endpoints and certificates it cannot make sense of.</summary>
    private static async Task<WebApplication> OpenAsync(string[] args)
    {
        WebApplication? app = null;
        try
        {
            app = await CheckoutServer.BuildAsync(args);
            await app.StartAsync();
            return app;
        }
        catch (Exception trouble)
        {
            if (app is not null) await CloseAsync(app);
            if (trouble is InvalidOperationException or ArgumentException) throw new StartRefusedException([trouble.Message]);
            throw;
        }
    }

    // Stopped before it is let go, so that the workers that run already end in peace and log no trouble of their own.
    private static async Task CloseAsync(WebApplication app)
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static bool IsForTheOperator(Exception trouble) => trouble
        is CommandRefusedException or StartRefusedException or VaultRefusedStartException or StorageRefusedException or StoreUnavailableException
        or OptionsValidationException or InvalidDataException or FormatException or IOException or UnauthorizedAccessException;

    // A broken appsettings.json is told from the outside in; where it is broken stands innermost.
    private static string Sentence(Exception trouble) =>
        trouble is InvalidDataException { InnerException: not null } ? $"{trouble.Message} {trouble.GetBaseException().Message}" : trouble.Message;
}
