using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Checkout.Tests.Connectors.Exchange;

/// <summary>An upstream below HTTP: each connection is handed to the test, which may answer anything, or break.</summary>
internal sealed class RawUpstream : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private int _connections;

    /// <param name="meets">What happens to a connection.</param>
    public RawUpstream(Func<Socket, Task> meets)
    {
        _listener.Start();
        _ = AcceptAsync(meets);
    }

    public string Url => $"http://{_listener.LocalEndpoint}/v1/payments";

    public int Connections => _connections;

    /// <summary>An address where nobody listens.</summary>
    public static string DeadUrl()
    {
        using var dead = new RawUpstream(_ => Task.CompletedTask);
        return dead.Url;
    }

    /// <summary>Reads one request and answers it with this text.</summary>
    public static RawUpstream Saying(string answer) => new(async socket =>
    {
        await RequestAsync(socket);
        await socket.SendAsync(Encoding.UTF8.GetBytes(answer.ReplaceLineEndings("\r\n")));
        socket.Shutdown(SocketShutdown.Both);
    });

    /// <summary>An answer with this status and body; its length is always right.</summary>
    public static RawUpstream Answering(int status, string body, string type = "application/json; charset=utf-8", string more = "") =>
        Saying($"HTTP/1.1 {status} Said\nContent-Type: {type}\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\nConnection: close\n{more}\n{body}");

    /// <summary>Reads up to the end of a request's head and the body after it.</summary>
    public static async Task<string> RequestAsync(Socket socket)
    {
        var heard = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsWhole(heard.ToString()) && await socket.ReceiveAsync(buffer) is var count and > 0) heard.Append(Encoding.UTF8.GetString(buffer, 0, count));
        return heard.ToString();
    }

    /// <summary>Ends a connection as a crash does.</summary>
    public static void Reset(Socket socket) => socket.Close(0);

    public void Dispose()
    {
        _over.Cancel();
        _listener.Dispose();
        _over.Dispose();
    }

    // The tests send one object, so the closing brace is the end.
    private static bool IsWhole(string heard) => heard.Contains("\r\n\r\n", StringComparison.Ordinal) && (heard.StartsWith("GET", StringComparison.Ordinal) || heard.EndsWith('}'));

    private async Task AcceptAsync(Func<Socket, Task> meets)
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_over.Token);
                Interlocked.Increment(ref _connections);
                _ = MeetAsync(socket, meets);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private static async Task MeetAsync(Socket socket, Func<Socket, Task> meets)
    {
        using (socket)
        {
            try
            {
                await meets(socket);
            }
            catch (SocketException)
            {
                // The other side left first, which is what some tests are about.
            }
        }
    }
}
