using Checkout.Core.Storage;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Net.Http.Headers;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>
/// Stands around everything under <c>/v1</c> that is not a page, so that callers hear JSON also when there is nothing at an address, and
/// when something of ours breaks.
/// </summary>
public sealed class Smart2PayDoorway(RequestDelegate next, RouteMethods methods, ILogger<Smart2PayDoorway> log)
{
    private const int RetrySeconds = 2;

    private static readonly ReturnCode[] Unavailable = [ReturnCode.DatabaseError];
    private static readonly ReturnCode[] Broken = [ReturnCode.GenericError];

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase)) return next(context);
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<ControllerActionDescriptor>() is not null) return RunAsync(context);
        return endpoint is null || endpoint.Metadata.Count == 0 ? RunUnroutedAsync(context) : next(context);
    }

    private async Task RunAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (StoreUnavailableException trouble) when (!context.Response.HasStarted)
        {
            Log.StoreUnavailable(log, trouble);
            context.Response.Headers[HeaderNames.RetryAfter] = RetrySeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            await Echo(context.Request.Path, 503, Unavailable).SendAsync(context.Response);
        }
#pragma warning disable CA1031 // The top of the room: whatever broke is our fault, and the caller gets no stack trace.
        catch (Exception trouble) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Broken(log, trouble);
            await Echo(context.Request.Path, 500, Broken).SendAsync(context.Response);
        }
    }

    /// <summary>There is nothing here, or only by another method.</summary>
    private Task RunUnroutedAsync(HttpContext context)
    {
        var allowed = methods.At(context.Request.Path);
        if (allowed.Length == 0) return Message.NotFound.SendAsync(context.Response);
        context.Response.Headers[HeaderNames.Allow] = allowed;
        return Message.WrongMethod.SendAsync(context.Response);
    }

    private static Answer Echo(string path, int status, ReturnCode[] reasons)
    {
        if (path.StartsWith("/v1/card/", StringComparison.OrdinalIgnoreCase)) return new Answer(status, CardCheckWriter.Echo(null, reasons, asked: null));
        if (path.StartsWith("/v1/payouts", StringComparison.OrdinalIgnoreCase)) return new Answer(status, new PayoutEcho(null, null, reasons).Write());
        return path.Contains("/refunds", StringComparison.OrdinalIgnoreCase)
            ? new Answer(status, new RefundEcho(null, null, reasons).Write())
            : new Answer(status, new PaymentEcho(null, null, reasons).Write());
    }
}
