using System.Globalization;

namespace Checkout.Web.Hosting.Settings;

/// <summary>Reads single settings; one that cannot be read is null, and its fault is gathered as a sentence.</summary>
public sealed class SettingValues(IConfiguration configuration)
{
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    public void AddFault(string sentence) => _faults.Add(sentence);

    public string? Text(string name) => configuration[name] is { Length: > 0 } text ? text : null;

    public IEnumerable<KeyValuePair<string, string>> Under(string section) =>
        configuration.GetSection(section).GetChildren().Select(child => KeyValuePair.Create(child.Key, child.Value ?? ""));

    public bool? Flag(string name) => Read(name, "true or false", text => bool.TryParse(text, out var value) ? value : (bool?)null);

    public int? Count(string name, int least = 0, int most = 1000) => Read(name, $"a whole number from {least} to {most}", text =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : (int?)null);

    public DateTimeOffset? Instant(string name) => Read(name, "an instant such as 2018-05-02T08:00:00Z", text =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var value)
            ? value : (DateTimeOffset?)null);

    /// <summary>A time span as <c>00:00:01</c>, or a plain number of seconds, or with a unit: <c>500ms</c>, <c>1s</c>, <c>5m</c>.</summary>
    public TimeSpan? Span(string name) => Read(name, "a time such as 1s, 500ms or 00:00:01", ReadSpan);

    /// <summary>A word of an enum, never its number.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum => Read(name, string.Join(" or ", Enum.GetNames<T>()), text =>
            !char.IsDigit(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : (T?)null);

    private static TimeSpan? ReadSpan(string text)
    {
        var (digits, unit) = text switch
        {
            _ when text.EndsWith("ms", StringComparison.Ordinal) => (text[..^2], 0.001),
            _ when text.EndsWith('s') => (text[..^1], 1.0),
            _ when text.EndsWith('m') => (text[..^1], 60.0),
            _ => (text, 1.0),
        };
        if (double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 86_400)
            return TimeSpan.FromSeconds(number * unit);
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero && span <= TimeSpan.FromDays(1) ? span : null;
    }

    private T? Read<T>(string name, string wanted, Func<string, T?> read)
        where T : struct
    {
        if (Text(name) is not { } text) return null;
        var value = read(text);
        if (value is null) AddFault($"{name} is \"{text}\"; it must be {wanted}.");
        return value;
    }
}
