using System.Globalization;

namespace Checkout.Web.Commands;

/// <summary>The words after a verb: <c>--name value</c> options, <c>name=value</c> pairs, and <c>--Section:Key=value</c> settings for the host.</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, string> _options = [];
    private readonly Dictionary<string, string> _pairs = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _settings = [];

    /// <param name="words">What was typed after the verb.</param>
    /// <param name="known">The options of this verb, without dashes.</param>
    /// <param name="takesPairs">Whether <c>name=value</c> pairs belong to this verb.</param>
    /// <param name="list">The one option that takes several words: <c>--currency EUR USD</c>.</param>
    public Arguments(string[] words, string[] known, bool takesPairs = false, string? list = null)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word.StartsWith("--", StringComparison.Ordinal) && known.Contains(word[2..]))
            {
                if (i + 1 >= words.Length) throw new CommandRefusedException($"{word} needs a value after it.");
                _options[word[2..]] = words[++i];
                while (word[2..] == list && i + 1 < words.Length && !words[i + 1].StartsWith('-')) _options[list] += "," + words[++i];
            }
            else if (word.StartsWith("--", StringComparison.Ordinal) && word.Contains('=', StringComparison.Ordinal)) _settings.Add(word);
            else if (word is "--environment" or "--contentRoot" && i + 1 < words.Length) _settings.AddRange([word, words[++i]]);
            else if (takesPairs && word.IndexOf('=', StringComparison.Ordinal) is > 0 and var at) _pairs[word[..at]] = word[(at + 1)..];
            else throw new CommandRefusedException($"\"{word}\" is not understood here. Options are: {string.Join(", ", known.Select(k => "--" + k))}.");
        }
    }

    /// <summary>What the host reads as its settings, the same as the server does.</summary>
    public string[] Settings => [.. _settings];

    public IReadOnlyDictionary<string, string> Pairs => _pairs;

    public string? Text(string name) => _options.GetValueOrDefault(name);

    public string Needed(string name) => Text(name) ?? throw new CommandRefusedException($"--{name} is missing.");

    public int? Number(string name) => Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw new CommandRefusedException($"--{name} must be a whole number, not \"{text}\".");

    public int NeededNumber(string name) => Number(name) ?? throw new CommandRefusedException($"--{name} is missing.");
}
