using Checkout.Web.Docs;
using Checkout.Web.Hosting.Workers.Posting;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>What comes with a callback, and programs that check it.</summary>
internal static class Callbacks
{
    public static readonly IReadOnlyList<Property> Headers =
    [
        new(CallbackSignature.Header, Shape.Text(about: "Base64 of SHA-1 over secret + body + secret; the secret is sk_test_… when test_mode is true, else sk_live_….") with { Pattern = "^[0-9A-Za-z+/]{27}=$" }),
        new(WebhookSignature.IdHeader, Shape.Text(about: "The newest event it tells; the same at every try unless another change came meanwhile.") with { Pattern = "^[0-9]+-[0-9]+$" }),
        new(WebhookSignature.TimestampHeader, Shape.Text(about: "When this try was sent, in Unix seconds.") with { Pattern = "^[0-9]+$" }),
        new(
            WebhookSignature.Header,
            Shape.Text(about: "v1, and Base64 of HMAC-SHA-256 over id.timestamp.body, keyed with the bytes of the same secret; one for each secret while they change, separated by spaces.")
                with { Pattern = "^v1,[0-9A-Za-z+/]{43}=( v1,[0-9A-Za-z+/]{43}=)*$" }),
    ];

    public static readonly IReadOnlyList<Snippet> Snippets =
    [
        Of("sh", "Shell, with openssl"), Of("php", "PHP"), Of("mjs", "Node"), Of("py", "Python"), Of("cs", "C#"),
    ];

    private static Snippet Of(string ending, string language)
    {
        using var stream = typeof(Callbacks).Assembly.GetManifestResourceStream($"Snippets.SignatureCheck.{ending}") ?? throw new InvalidOperationException($"There is no snippet for {language}.");
        using var reader = new StreamReader(stream);
        return new Snippet(ending, language, reader.ReadToEnd());
    }
}
