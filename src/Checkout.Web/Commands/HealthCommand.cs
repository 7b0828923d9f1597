using Checkout.Web.Hosting;

namespace Checkout.Web.Commands;

/// <summary><c>health</c>: asks the server on this machine whether it is ready; for containers that have no other client.</summary>
public static class HealthCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var settings = new Arguments(args, []).Settings;
        var address = CheckoutServer.NewBuilder(settings).Configuration[WebHostDefaults.ServerUrlsKey]?.Split(';')[0] ?? "http://127.0.0.1:5080";
        var port = BindingAddress.Parse(address).Port;

        // A proxy of the environment would be asked for this very machine.
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));
            return answer.IsSuccessStatusCode ? 0 : throw new CommandRefusedException($"The server answers, but is not ready ({(int)answer.StatusCode}).");
        }
        catch (Exception trouble) when (trouble is HttpRequestException or TaskCanceledException)
        {
            throw new CommandRefusedException($"No server answers on port {port}.");
        }
    }
}
