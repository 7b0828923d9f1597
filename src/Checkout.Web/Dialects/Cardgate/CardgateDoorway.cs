using System.Globalization;
using Checkout.Core.Storage;
using Checkout.Web.Dialects.Cardgate.Public;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Net.Http.Headers;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>
/// Stands around everything under this dialect's addresses, so that callers hear an errors document also when there is nothing at an
/// address, and when something of ours breaks.
/// </summary>
public sealed class CardgateDoorway(RequestDelegate next, RouteMethods methods, ILogger<CardgateDoorway> log)
{
    private const int RetrySeconds = 2;

    private static readonly PathString[] Addresses = ["/api", "/payment-invoices", "/payment-services", "/refunds", "/payment", "/tokens", "/public-api"];

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsOurs(context.Request.Path)) return next(context);
        PublicWelcome.Greet(context);
        var isRouted = context.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>() is not null;
        return isRouted ? RunAsync(context) : RunUnroutedAsync(context);
    }

    /// <summary>Some clients put <c>/api</c> before every address.</summary>
    public static bool IsOurs(PathString path) => Addresses.Any(address => path.StartsWithSegments(address, StringComparison.OrdinalIgnoreCase));

    private async Task RunAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (StoreUnavailableException trouble) when (!context.Response.HasStarted)
        {
            Log.StoreUnavailable(log, trouble);
            context.Response.Headers[HeaderNames.RetryAfter] = RetrySeconds.ToString(CultureInfo.InvariantCulture);
            await Refused.For(Fault.Unavailable).SendAsync(context);
        }
#pragma warning disable CA1031 // The top of the room: whatever broke is our fault, and the caller gets no stack trace.
        catch (Exception trouble) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Broken(log, trouble);
            await Refused.For(Fault.Broken).SendAsync(context);
        }
    }

    /// <summary>There is nothing here, or only by another method.</summary>
    private Task RunUnroutedAsync(HttpContext context)
    {
        var allowed = methods.At(context.Request.Path);
        if (allowed.Length == 0) return Refused.For(Fault.NotFound).SendAsync(context);
        context.Response.Headers[HeaderNames.Allow] = allowed;
        return Refused.For(Fault.WrongMethod).SendAsync(context);
    }
}
