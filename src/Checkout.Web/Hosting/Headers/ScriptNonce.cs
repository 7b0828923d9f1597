namespace Checkout.Web.Hosting.Headers;

/// <summary>The word that lets the script of this one answer run.</summary>
public sealed record ScriptNonce(string Value)
{
    /// <exception cref="InvalidOperationException">The answer went past <see cref="PageHeadersFilter"/>.</exception>
    public static string Of(HttpContext http) =>
        http.Features.Get<ScriptNonce>()?.Value ?? throw new InvalidOperationException("This page is answered without its headers.");
}
