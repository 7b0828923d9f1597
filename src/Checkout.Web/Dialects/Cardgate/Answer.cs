using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>A finished answer. Who names the JSON:API type in <c>Accept</c> gets it, everybody else plain JSON.</summary>
public sealed class Answer(int status, byte[] body) : IActionResult
{
    private const string JsonApi = "application/vnd.api+json";

    public int Status => status;

    public byte[] Body => body;

    public Task ExecuteResultAsync(ActionContext context) => SendAsync(context.HttpContext);

    public Task SendAsync(HttpContext http)
    {
        var response = http.Response;
        var wantsJsonApi = http.Request.Headers.Accept.ToString().Contains(JsonApi, StringComparison.OrdinalIgnoreCase);
        response.StatusCode = status;
        response.Headers[HeaderNames.ContentType] = wantsJsonApi ? JsonApi : "application/json; charset=utf-8";
        response.Headers[HeaderNames.CacheControl] = "no-store";
        response.ContentLength = body.Length;
        return response.BodyWriter.WriteAsync(body).AsTask();
    }
}

/// <summary>Answers that say what is wrong: one entry for each fault, and no data beside them.</summary>
public static class Refused
{
    public static Answer For(params IReadOnlyList<Fault> faults) => new(faults[0].Kind.Status, JsonBody.Of(faults, static (json, what) =>
    {
        json.WriteStartObject();
        json.WriteStartArray("errors"u8);
        foreach (var fault in what) Write(json, fault);
        json.WriteEndArray();
        json.WriteEndObject();
    }));

    /// <summary>The caller showed no key of an account, or a wrong one.</summary>
    public static Answer Unauthorized(HttpResponse response)
    {
        response.Headers[HeaderNames.WWWAuthenticate] = "Basic realm=\"Checkout\"";
        return For(Fault.Unauthorized);
    }

    /// <summary>The caller showed no word that opens a session, or one that is no longer good.</summary>
    public static Answer DeadBearer(HttpResponse response)
    {
        response.Headers[HeaderNames.WWWAuthenticate] = "Bearer realm=\"Checkout\"";
        return For(Fault.DeadBearer);
    }

    /// <summary>The caller named a public key that nobody has. Browsers ask nobody for a password because of this scheme.</summary>
    public static Answer UnknownKey(HttpResponse response, Fault fault)
    {
        response.Headers[HeaderNames.WWWAuthenticate] = "PublicKey realm=\"Checkout\"";
        return For(fault);
    }

    private static void Write(Utf8JsonWriter json, Fault fault)
    {
        json.WriteStartObject();
        json.WriteString("status"u8, fault.Kind.Status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("code"u8, fault.Kind.Code);
        json.WriteString("title"u8, fault.Kind.Title);
        json.WriteString("detail"u8, fault.Detail);
        if (fault.Pointer is not null || fault.Parameter is not null) Source(json, fault);
        if (fault.Existing is not null) Meta(json, fault.Existing);
        json.WriteEndObject();
    }

    private static void Source(Utf8JsonWriter json, Fault fault)
    {
        json.WriteStartObject("source"u8);
        if (fault.Pointer is not null) json.WriteString("pointer"u8, fault.Pointer);
        if (fault.Parameter is not null) json.WriteString("parameter"u8, fault.Parameter);
        json.WriteEndObject();
    }

    /// <summary>A client that lost an answer finds its invoice by this.</summary>
    private static void Meta(Utf8JsonWriter json, string id)
    {
        json.WriteStartObject("meta"u8);
        json.WriteString("id"u8, id);
        json.WriteEndObject();
    }
}
