using Xunit.Abstractions;

namespace Checkout.Simulation;

/// <summary>Figures of a run that somebody should see also when all is well: <c>tests/run</c> names a file for them and shows it.</summary>
public static class Figures
{
    public static void Tell(this ITestOutputHelper output, string line)
    {
        output.WriteLine(line);
        if (Environment.GetEnvironmentVariable("CHECKOUT_FIGURES") is { Length: > 0 } path) File.AppendAllText(path, line + "\n");
    }
}
