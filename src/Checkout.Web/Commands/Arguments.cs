using System.Globalization;
using Checkout.Web.Hosting.Settings;

namespace Checkout.Web.Commands;

/// <summary>
/// The words after a verb: options of the verb and settings of the server, both as <c>--name value</c> or <c>--name=value</c>, and
/// <c>name=value</c> pairs.
/// </summary>
public sealed class Arguments
{
    private readonly string[] _known;
    private readonly string[] _flags;
    private readonly Dictionary<string, string> _options = [];
    private readonly Dictionary<string, string> _pairs = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _settings = [];

    /// <param name="words">What was typed after the verb.</param>
    /// <param name="known">The options of this verb, without dashes.</param>
    /// <param name="takesPairs">Whether <c>name=value</c> pairs belong to this verb.</param>
    /// <param name="list">The one option that takes several words: <c>--currency EUR USD</c>.</param>
    /// <param name="flags">Options that say it all by being there: <c>--test</c>.</param>
    /// <exception cref="CommandRefusedException">A word is not understood, or a value is missing.</exception>
    public Arguments(string[] words, string[] known, bool takesPairs = false, string? list = null, string[]? flags = null)
    {
        _flags = flags ?? [];
        _known = [.. known, .. _flags];
        var rest = new Queue<string>(words);
        while (rest.TryDequeue(out var word))
        {
            if (word.StartsWith("--", StringComparison.Ordinal)) Option(word, rest, list);
            else if (takesPairs && word.IndexOf('=', StringComparison.Ordinal) is > 0 and var at) _pairs[word[..at]] = word[(at + 1)..];
            else throw NotUnderstood(word);
        }
    }

    /// <summary>What the host reads as its settings, the same as the server does.</summary>
    public string[] Settings => [.. _settings];

    public IReadOnlyDictionary<string, string> Pairs => _pairs;

    public string? Text(string name) => _options.GetValueOrDefault(name);

    public string Needed(string name) => Text(name) ?? throw new CommandRefusedException($"--{name} is missing.");

    public bool Has(string flag) => Text(flag) is "true";

    public int? Number(string name) => Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
        : throw new CommandRefusedException($"--{name} must be a whole number, not \"{text}\".");

    public int NeededNumber(string name) => Number(name) ?? throw new CommandRefusedException($"--{name} is missing.");

    private void Option(string word, Queue<string> rest, string? list)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? word[2..] : word[2..equals];
        var isOption = _known.Contains(name);

        // A section of somebody else's (Logging, Kestrel) goes to the host as it is; our own names are checked, so that none is mistyped.
        var isSetting = KnownSettings.Has(name) || (equals > 0 && name.Contains(':', StringComparison.Ordinal));
        if (!isOption && !isSetting) throw NotUnderstood(word);

        var isFlag = isOption && _flags.Contains(name);
        var value = equals >= 0 ? word[(equals + 1)..] : isFlag ? "true" : Following(word, rest);
        if (isFlag && value is not ("true" or "false")) throw new CommandRefusedException($"--{name} takes no value.");
        if (value.StartsWith("--", StringComparison.Ordinal)) throw new CommandRefusedException($"--{name} needs a value, and \"{value}\" looks like an option.");
        while (isOption && name == list && rest.TryPeek(out var next) && !next.StartsWith('-')) value += "," + rest.Dequeue();
        if (isOption && name == list && _options.TryGetValue(name, out var before)) value = before + "," + value;
        else if (isOption && _options.ContainsKey(name)) throw new CommandRefusedException($"--{name} is there twice.");
        if (isOption) _options[name] = value;
        else _settings.Add($"--{name}={value}");
    }

    private static string Following(string word, Queue<string> rest) =>
        rest.TryDequeue(out var value) ? value : throw new CommandRefusedException($"{word} needs a value after it.");

    private CommandRefusedException NotUnderstood(string word) => new(_known.Length == 0
        ? $"\"{word}\" is not understood here. Only settings of the server are, such as --DataDirectory=/data."
        : $"\"{word}\" is not understood here. Options are: {string.Join(", ", _known.Select(k => "--" + k))}.");
}
