using System.Globalization;
using Checkout.Web.Dialects.Cardgate.Fields;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Reads the parameters of one address and notes a fault for each bad one. A bad one reads as absent.</summary>
public sealed class QueryFields(IQueryCollection query)
{
    private const string Filters = "filter";

    private readonly List<Fault> _faults = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>What is wrong. Filters that nobody asked about are faults, because a list that ignores one shows too much.</summary>
    public IReadOnlyList<Fault> Faults =>
    [
        .. query.Keys.Where(name => name.StartsWith(Filters, StringComparison.Ordinal) && !_known.Contains(name)).Select(name => Fault.OfQuery(name, FaultKind.NotSupported, $"{name} is not a filter of this list")),
        .. _faults,
    ];

    /// <summary>The one value of a name; null when it is absent, there twice, or not what the rule allows.</summary>
    /// <param name="name">The parameter, for example <c>filter[status]</c>.</param>
    /// <param name="rule">What it must look like.</param>
    /// <param name="words">The rule in words, after the name.</param>
    private string? Text(string name, Func<string, bool> rule, string words)
    {
        _known.Add(name);
        if (!query.TryGetValue(name, out var values)) return null;
        if (values is [{ } text] && rule(text)) return text;
        _faults.Add(Fault.OfQuery(name, FaultKind.Invalid, $"{name} {words}"));
        return null;
    }

    public string? Text(RequestField field) => Text(field.Name, field.Rule.Fits!, field.Rule.Words);

    public int Number(RequestField field, int usual, int most)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"must be a number from 1 to {most}");
        return Text(field.Name, text => TryNumber(text, most, out _), words) is { } text && TryNumber(text, most, out var number) ? number : usual;
    }

    /// <summary>The filters that were sent, as they have to be said again in the address of another page.</summary>
    public string Again() => string.Concat(query.Where(q => q.Key.StartsWith(Filters, StringComparison.Ordinal)).Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value.ToString())}&"));

    private static bool TryNumber(string text, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most;
}
