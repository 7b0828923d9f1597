using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Checkout.Tests.House;

/// <summary>Log lines are declared, not improvised, and carry only what may be read by anybody who reads logs.</summary>
public sealed class LogTests
{
    private static readonly string[] ForbiddenWords = ["number", "code", "key", "link", "token", "secret", "card", "body", "url", "query"];

    private static readonly Regex ForbiddenParts = new(
        "cardnumber|securitycode|apikey|token|secret|password|cvv|cvc|holder|email|phone", RegexOptions.IgnoreCase);

    private static IEnumerable<(MethodInfo Method, LoggerMessageAttribute Line)> Lines =>
        from type in Repository.OwnTypes
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let line = method.GetCustomAttribute<LoggerMessageAttribute>()
        where line is not null
        select (method, line);

    [Fact]
    public void Log_lines_have_no_field_for_a_secret()
    {
        Assert.NotEmpty(Lines);
        var findings = from entry in Lines
                       from field in Fields(entry)
                       where ForbiddenWords.Contains(field, StringComparer.OrdinalIgnoreCase) || ForbiddenParts.IsMatch(field)
                       select $"{entry.Method.DeclaringType}.{entry.Method.Name}: {field}";
        Findings.None(findings.Distinct(), "No level of logging shows a card number, code, key, link or token.");
    }

    [Fact]
    public void Log_fields_are_plain_values()
    {
        var findings = from entry in Lines
                       from parameter in entry.Method.GetParameters()
                       where !IsPlain(parameter.ParameterType)
                       select $"{entry.Method.DeclaringType}.{entry.Method.Name}: {parameter.ParameterType} {parameter.Name}";
        Findings.None(findings, "A log field is a number, an enum, a time or a short text, never an object that prints itself.");
    }

    [Fact]
    public void Event_ids_are_unique()
    {
        var doubles = from entry in Lines
                      group entry.Method by entry.Line.EventId into same
                      where same.Key <= 0 || same.Count() > 1
                      select $"{same.Key}: {string.Join(", ", same.Select(method => $"{method.DeclaringType}.{method.Name}"))}";
        Findings.None(doubles, "Every event has a number of its own.");
    }

    [Fact]
    public void No_log_line_is_improvised() =>
        Findings.None(
            Findings.InCode(Repository.Sources, new Regex(@"\.\s*Log(Trace|Debug|Information|Warning|Error|Critical)?\s*\(\s*(?=[""$@]|LogLevel|\w+\s*,\s*\$?"")")),
            "Log events are declared with [LoggerMessage] in the room's Log class.");

    private static IEnumerable<string> Fields((MethodInfo Method, LoggerMessageAttribute Line) entry) =>
        Regex.Matches(entry.Line.Message, @"\{(\w+)").Select(match => match.Groups[1].Value)
            .Concat(entry.Method.GetParameters().Select(parameter => parameter.Name!));

    private static bool IsPlain(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsPrimitive || plain.IsEnum || typeof(ILogger).IsAssignableFrom(plain) || typeof(Exception).IsAssignableFrom(plain)
            || plain == typeof(string) || plain == typeof(decimal) || plain == typeof(Guid)
            || plain == typeof(DateTimeOffset) || plain == typeof(TimeSpan);
    }
}
