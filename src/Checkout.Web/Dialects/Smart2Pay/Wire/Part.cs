using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Checkout.Web.Dialects.Smart2Pay.Wire;

/// <summary>An object inside a request. <see cref="IsWrong"/>: something else stood in its place.</summary>
public readonly record struct Part<T>(T? Value, bool IsWrong = false)
    where T : class
{
    /// <summary>Something was sent, right or wrong.</summary>
    public bool IsSent => IsWrong || Value is not null;
}

/// <summary>A wire type that can stand inside another one.</summary>
public interface IPart<TSelf>
{
    /// <summary>How it is read, without reflection.</summary>
    static abstract JsonTypeInfo<TSelf> Shape { get; }
}

/// <summary>Reads a <see cref="Part{T}"/> from an object, and steps over anything else.</summary>
public sealed class PartConverter<T> : JsonConverter<Part<T>>
    where T : class, IPart<T>
{
    public override Part<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject) return new Part<T>(JsonSerializer.Deserialize(ref reader, T.Shape));
        if (reader.TokenType == JsonTokenType.Null) return default;
        reader.Skip();
        return new Part<T>(null, IsWrong: true);
    }

    public override void Write(Utf8JsonWriter writer, Part<T> value, JsonSerializerOptions options) => throw new NotSupportedException("Requests are only read.");
}
