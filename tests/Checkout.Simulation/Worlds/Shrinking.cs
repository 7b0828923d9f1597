using System.Numerics;
using System.Text;

namespace Checkout.Simulation.Worlds;

/// <summary>Makes a failing world as small as it can be: takes away one story or one kind of fault at a time while it still fails the same way.</summary>
internal static class Shrinking
{
    public static Ending Shrink(Ending failing)
    {
        var smallest = failing;
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var plan in Smaller(smallest.Plan))
            {
                var ending = World.Run(plan);
                if (ending.Violation?.Invariant != failing.Violation!.Invariant) continue;
                smallest = ending;
                changed = true;
                break;
            }
        }

        return smallest;
    }

    /// <summary>The seed, what did not hold, and the shortest trace that shows it.</summary>
    public static string Explain(Ending failing)
    {
        var smallest = Shrink(failing);
        var shown = World.Run(smallest.Plan with { KeepsTrace = true });
        var text = new StringBuilder().AppendLine(shown.Violation!.Invariant).AppendLine(shown.Violation.Seen)
            .AppendLine("found with " + failing.Plan).AppendLine(FormattableString.Invariant($"shortest: {shown.Plan}, {shown.Steps} steps"));
        foreach (var line in shown.Trace) text.AppendLine(line);
        return text.ToString();
    }

    private static IEnumerable<Plan> Smaller(Plan plan)
    {
        for (var story = 0; story < 20; story++)
        {
            if (plan.Tells(story)) yield return plan with { Stories = plan.Stories & ~(1UL << story) };
        }

        for (var bit = 0; bit < BitOperations.PopCount((uint)Fault.All); bit++)
        {
            var fault = (Fault)(1 << bit);
            if (plan.Has(fault)) yield return plan with { Faults = plan.Faults & ~fault };
        }
    }
}
