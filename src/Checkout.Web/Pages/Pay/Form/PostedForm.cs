using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Checkout.Web.Pages.Pay.Form;

/// <summary>
/// A posted form (application/x-www-form-urlencoded, at most 16 KiB). The card number and the security code never become strings: they
/// lie in buffers of their own, which <see cref="Dispose"/> wipes together with the body they came in (VLT-1).
/// </summary>
/// <remarks>The framework's own form reader is not used because it keeps every value as a string until the collector comes.</remarks>
public sealed class PostedForm : IDisposable
{
    public const int LargestBytes = 16 * 1024;

    /// <summary>The fields that are kept as buffers only.</summary>
    public static readonly IReadOnlySet<string> Secrets = new HashSet<string>(StringComparer.Ordinal) { Fields.CardNumber, Fields.SecurityCode };

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, char[]> _secrets = new(StringComparer.Ordinal);

    private PostedForm()
    {
    }

    /// <summary>Reads the body of a request. Null: it is larger than <see cref="LargestBytes"/>. Another content type gives an empty form.</summary>
    public static async Task<PostedForm?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > LargestBytes) return null;
        if (!IsForm(request.ContentType)) return new PostedForm();

        var buffer = ArrayPool<byte>.Shared.Rent(LargestBytes + 1);
        try
        {
            var filled = 0;
            int read;
            while (filled <= LargestBytes && (read = await request.Body.ReadAsync(buffer.AsMemory(filled, LargestBytes + 1 - filled), request.HttpContext.RequestAborted)) > 0)
                filled += read;
            return filled > LargestBytes ? null : Parse(buffer.AsSpan(0, filled));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads an encoded body. Of several fields with one name the first counts.</summary>
    public static PostedForm Parse(ReadOnlySpan<byte> body)
    {
        var form = new PostedForm();
        foreach (var range in body.Split((byte)'&'))
        {
            var pair = body[range];
            var equals = pair.IndexOf((byte)'=');
            var name = Percent.Text(equals < 0 ? pair : pair[..equals]);
            var value = equals < 0 ? [] : pair[(equals + 1)..];
            if (Secrets.Contains(name)) form.Keep(name, value);
            else if (name.Length > 0 && !form._texts.ContainsKey(name)) form._texts.Add(name, Percent.Text(value));
        }

        return form;
    }

    /// <summary>The fields that are no secrets, as they were sent.</summary>
    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>A field that is no secret, trimmed; empty when it was not sent.</summary>
    public string Text(string name) => _texts.TryGetValue(name, out var value) ? value.Trim() : "";

    /// <summary>A secret field as it was typed; empty when it was not sent. The characters are gone after <see cref="Dispose"/>.</summary>
    public ReadOnlySpan<char> Secret(string name) => _secrets.TryGetValue(name, out var value) ? value : [];

    /// <summary>Whether a field was sent, empty or not.</summary>
    public bool Has(string name) => _texts.ContainsKey(name) || _secrets.ContainsKey(name);

    public void Dispose()
    {
        foreach (var secret in _secrets.Values) Array.Clear(secret);
    }

    private void Keep(string name, ReadOnlySpan<byte> value)
    {
        if (!_secrets.ContainsKey(name)) _secrets.Add(name, Percent.Secret(value));
    }

    private static bool IsForm([NotNullWhen(true)] string? contentType) =>
        contentType is not null && contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
}
