using System.Text.Json.Nodes;
using Checkout.Tests.Server;
using Checkout.CrashTests.Processes;

namespace Checkout.CrashTests.Load;

/// <summary>A merchant's client as the published one is: it sends a request again under its name until it is answered.</summary>
internal sealed class Caller : CheckoutClient
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly Diary _diary;
    private readonly CancellationToken _end;

    /// <param name="patience">How long one request may take; null: as long as the published client lets it.</param>
    public Caller(string address, Diary diary, CancellationToken end, TimeSpan? patience = null)
        : base(address)
    {
        (_diary, _end) = (diary, end);
        Http.Timeout = patience ?? Patience;
    }

    /// <returns>Null: the end came before an answer.</returns>
    public async Task<Answer?> AskAsync(ShopAccount shop, string path, JsonNode? body)
    {
        var (requestId, text) = (Guid.NewGuid().ToString("N"), body?.ToJsonString() ?? "");
        while (!_end.IsCancellationRequested)
        {
            var answer = await TryAsync(() => SendAsync(HttpMethod.Post, path, text, shop.Credentials, requestId));
            if (answer is not null && (int)answer.Status < 500)
            {
                _diary.Note(requestId, new Answered(shop.Site, path, text, (int)answer.Status, answer.Body));
                return answer;
            }

            if (answer is not null) _diary.Refuse(answer);

            await Task.Delay(Pause, CancellationToken.None);
        }

        return null;
    }

    /// <summary>Null: the server was not there, or went away while it was asked.</summary>
    public static async Task<T?> TryAsync<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
