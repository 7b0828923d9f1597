namespace Checkout.Core.Upstream;

/// <summary>
/// An upstream's word for a card it keeps. It pays like a card, so it prints as a mask; the word leaves only through <see cref="Reveal"/>, and
/// a test lists who calls it.
/// </summary>
public sealed class UpstreamToken : IEquatable<UpstreamToken>
{
    public const int Longest = 1024;

    private readonly string _word;

    private UpstreamToken(string word) => _word = word;

    /// <summary>Null when it cannot be a token: empty, too long, or not in printable ASCII.</summary>
    public static UpstreamToken? Of(string? word) =>
        word is { Length: > 0 and <= Longest } && word.All(c => c is > ' ' and <= '~') ? new UpstreamToken(word) : null;

    /// <summary>The word in clear, for sealing and for an upstream call only.</summary>
    public string Reveal() => _word;

    public bool Equals(UpstreamToken? other) => other is not null && other._word == _word;

    public override bool Equals(object? obj) => Equals(obj as UpstreamToken);

    public override int GetHashCode() => _word.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => "upstream token";
}
