namespace Checkout.Web.Hosting;

/// <summary>Whether the server takes work: from the banner until it is told to stop.</summary>
public sealed class Readiness(IHostApplicationLifetime lifetime)
{
    private volatile bool _open;

    public bool IsReady => _open && !lifetime.ApplicationStopping.IsCancellationRequested;

    public void Open() => _open = true;
}
