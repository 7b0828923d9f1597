using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>A finished answer: the bytes are kept for repeated requests as they go out (PAY-10).</summary>
public sealed class Answer(int status, byte[] body) : IActionResult
{
    public int Status => status;

    public byte[] Body => body;

    public Task ExecuteResultAsync(ActionContext context) => SendAsync(context.HttpContext.Response);

    public Task SendAsync(HttpResponse response)
    {
        response.StatusCode = status;
        response.Headers[HeaderNames.ContentType] = "application/json; charset=utf-8";
        response.Headers[HeaderNames.CacheControl] = "no-store";
        response.ContentLength = body.Length;
        return response.BodyWriter.WriteAsync(body).AsTask();
    }
}

/// <summary>The general shape of an error that belongs to no resource.</summary>
public static class Message
{
    private static readonly byte[] DeniedBody = Body("Authorization has been denied for this request.");
    private static readonly byte[] NotFoundBody = Body("No HTTP resource was found that matches the request URI.");
    private static readonly byte[] WrongMethodBody = Body("The requested resource does not support this HTTP method.");

    public static Answer NotFound { get; } = new(StatusCodes.Status404NotFound, NotFoundBody);

    public static Answer WrongMethod { get; } = new(StatusCodes.Status405MethodNotAllowed, WrongMethodBody);

    /// <summary>The caller showed no key of a merchant, or one that may not do this.</summary>
    public static Answer Denied(HttpResponse response)
    {
        response.Headers[HeaderNames.WWWAuthenticate] = "Basic";
        return new Answer(StatusCodes.Status401Unauthorized, DeniedBody);
    }

    private static byte[] Body(string text) => JsonBody.Of(text, static (json, what) =>
    {
        json.WriteStartObject();
        json.WriteString("Message"u8, what);
        json.WriteEndObject();
    });
}
