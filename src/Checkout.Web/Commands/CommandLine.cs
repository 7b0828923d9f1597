using Checkout.Storage;
using Checkout.Vault;
using Checkout.Web.Hosting;

namespace Checkout.Web.Commands;

/// <summary>The program's front: a verb runs a command, anything else starts the server. Ends with 0, or with a sentence and 1.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return args switch
            {
                ["merchant", .. var rest] => await MerchantCommand.RunAsync(rest),
                ["health", .. var rest] => await HealthCommand.RunAsync(rest),
                [var word, ..] when !word.StartsWith('-') && !word.Contains('=', StringComparison.Ordinal) =>
                    throw new CommandRefusedException($"There is no command \"{word}\". Known are: merchant add, merchant set, merchant list, merchant rotate-key, health. Without a command the server starts."),
                _ => await ServeAsync(args),
            };
        }
        catch (Exception refused) when (refused is CommandRefusedException or StartRefusedException or VaultRefusedStartException or StorageRefusedException or IOException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        await using var app = await CheckoutServer.BuildAsync(args);
        await app.RunAsync();
        return 0;
    }
}
