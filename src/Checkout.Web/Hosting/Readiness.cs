namespace Checkout.Web.Hosting;

/// <summary>Whether the server takes work: from the banner until it is told to stop.</summary>
public sealed class Readiness(IHostApplicationLifetime lifetime)
{
    private volatile bool _open;
    private volatile bool _failed;

    public bool IsReady => _open && !lifetime.ApplicationStopping.IsCancellationRequested;

    /// <summary>The server never opened and ends with a failure.</summary>
    public bool HasFailed => _failed;

    public void Open() => _open = true;

    public void Fail()
    {
        _failed = true;
        lifetime.StopApplication();
    }
}
