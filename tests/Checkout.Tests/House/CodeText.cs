namespace Checkout.Tests.House;

/// <summary>
/// Blanks what is prose in a C# file (comments, insides of strings and characters) and keeps code, the holes of interpolated strings
/// included. Lines and columns stay where they were. It knows as much of the language as our own files use.
/// </summary>
public sealed class CodeText
{
    private readonly string _text;
    private readonly char[] _kept;
    private int _at;

    private CodeText(string text)
    {
        _text = text;
        _kept = text.ToCharArray();
    }

    public static string WithoutProse(string text)
    {
        var reader = new CodeText(text);
        while (reader._at < text.Length) reader.Code(inHole: false);
        return new string(reader._kept);
    }

    private void Code(bool inHole)
    {
        for (var depth = 0; _at < _text.Length;)
        {
            if (inHole && depth == 0 && _text[_at] == '}') return;
            if (_text[_at] == '{') depth++;
            if (_text[_at] == '}') depth--;
            if (Starts("//")) BlankUntil("\n");
            else if (Starts("/*")) BlankUntil("*/");
            else if (_text[_at] == '\'') Character();
            else if (!TryString()) _at++;
        }
    }

    private bool TryString()
    {
        var start = _at;
        var dollars = 0;
        var verbatim = false;
        for (; start < _text.Length && _text[start] is '$' or '@'; start++)
        {
            if (_text[start] == '$') dollars++;
            else verbatim = true;
        }

        var quotes = 0;
        while (start + quotes < _text.Length && _text[start + quotes] == '"') quotes++;
        if (quotes == 0) return false;
        if (quotes is 2 || verbatim) quotes = 1;
        _at = start + quotes;
        if (quotes >= 3) Raw(dollars, quotes);
        else Quoted(dollars > 0, verbatim);
        return true;
    }

    private void Quoted(bool interpolated, bool verbatim)
    {
        while (_at < _text.Length && _text[_at] != '\n' | verbatim)
        {
            if (verbatim && Starts("\"\"")) Blank(2);
            else if (!verbatim && _text[_at] == '\\') Blank(2);
            else if (_text[_at] == '"') break;
            else if (interpolated && (Starts("{{") || Starts("}}"))) Blank(2);
            else if (interpolated && _text[_at] == '{') Hole(1);
            else Blank(1);
        }

        _at++;
    }

    private void Raw(int dollars, int quotes)
    {
        var end = new string('"', quotes);
        var hole = new string('{', Math.Max(dollars, 1));
        while (_at < _text.Length && !Starts(end))
        {
            if (dollars > 0 && Starts(hole)) Hole(dollars);
            else Blank(1);
        }

        _at += quotes;
    }

    private void Hole(int braces)
    {
        Blank(braces);
        Code(inHole: true);
        Blank(braces);
    }

    private void Character()
    {
        _at++;
        while (_at < _text.Length && _text[_at] is not ('\'' or '\n')) Blank(_text[_at] == '\\' ? 2 : 1);
        _at++;
    }

    private bool Starts(string word) => string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0;

    private void BlankUntil(string end)
    {
        var stop = _text.IndexOf(end, _at, StringComparison.Ordinal);
        Blank((stop < 0 ? _text.Length : stop + end.Length) - _at);
    }

    private void Blank(int count)
    {
        for (var stop = Math.Min(_at + count, _text.Length); _at < stop; _at++)
        {
            if (_text[_at] is not ('\n' or '\r')) _kept[_at] = ' ';
        }
    }
}
