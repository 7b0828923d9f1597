using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Checkout.Web.Demo;

/// <summary>The shop's wire to Checkout: JSON there and back, over HTTP like any merchant's.</summary>
public sealed class DemoHttp(HttpClient http)
{
    public const string NoAnswer = "Nothing that can be read: is PublicUrl the address of this server?";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static AuthenticationHeaderValue Basic(string user, string key) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{key}")));

    public static string Pretty(JsonNode node) => node.ToJsonString(Indented);

    /// <summary>Null: there was no answer, or none that is JSON.</summary>
    public async Task<JsonNode?> SendAsync(HttpMethod method, string url, AuthenticationHeaderValue credentials, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, url);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.Authorization = credentials;
        try
        {
            using var answer = await http.SendAsync(request);
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync());
        }
        catch (Exception trouble) when (trouble is HttpRequestException or TaskCanceledException or JsonException)
        {
            return null;
        }
    }
}
