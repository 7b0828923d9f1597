using System.Net;
using System.Net.Sockets;

namespace Checkout.Tests.Server.Chain;

/// <summary>A wire in front of a server that keeps every byte that went over it, in both directions.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly MemoryStream _kept = new();
    private Task _accepting = Task.CompletedTask;

    public Wire()
    {
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
    }

    public string Address { get; }

    /// <summary>Everything that went over the wire so far.</summary>
    public byte[] Kept
    {
        get
        {
            lock (_kept) return _kept.ToArray();
        }
    }

    /// <summary>Leads the wire to a server, which may only know its own address after the wire has one.</summary>
    public void LeadTo(string server) => _accepting = AcceptAsync(new Uri(server));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync(Uri server)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = CarryAsync(await _listener.AcceptTcpClientAsync(_stop.Token), server);
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(TcpClient from, Uri server)
    {
        using var near = from;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(server.Host, server.Port, _stop.Token);
            await Task.WhenAny(CopyAsync(near.GetStream(), far.GetStream()), CopyAsync(far.GetStream(), near.GetStream()));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or IOException)
        {
            // One side hung up; so does the other.
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, _stop.Token)) > 0)
            {
                lock (_kept) _kept.Write(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException)
        {
            // One side hung up; so does the other.
        }
    }
}
