using Checkout.Core.Merchants;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>What a request came under: who called, which endpoint, and the caller's own name for the request.</summary>
/// <param name="Key">The <c>RequestId</c> header; null when there is none.</param>
/// <param name="Query">The part of the address that says what is asked.</param>
public readonly record struct RequestName(int Merchant, string Endpoint, string? Key, string Query)
{
    public const string Header = "RequestId";

    public const int LongestKey = 255;

    public bool HasGoodKey => Key!.Length <= LongestKey && !Key.Any(char.IsControl);

    /// <summary>The name of a request; a path means the same in any letter case and with a slash at its end.</summary>
    public static RequestName Of(HttpRequest request, Merchant merchant)
    {
        var key = request.Headers[Header].ToString();
        if (key.Length == 0) return new RequestName(merchant.Id, "", null, "");
        var path = request.Path.Value!.TrimEnd('/').ToLowerInvariant();
        return new RequestName(merchant.Id, $"{request.Method} {path}", key, request.Query["amount"].ToString());
    }
}

/// <summary>One request that may come twice.</summary>
/// <param name="Asked">What was sent; null when the address says it all.</param>
/// <param name="Run">Does it. The key is claimed in the same commit as what it does.</param>
/// <param name="Stands">Answers with the present state of the payment, for a request that was done but whose answer nobody kept.</param>
/// <param name="Refuse">Refuses the request in the shape of its resource.</param>
public sealed record RepeatableCall(
    IRepeatable? Asked, Func<RequestKey?, Task<CallOutcome>> Run, Func<long, Task<Answer?>> Stands, Func<ReturnCode, Task<Answer>> Refuse)
{
    /// <summary>Whether somebody is still sending what the number names and will answer then; null: it is a payment, whose attempts tell.</summary>
    public Func<long, ValueTask<bool>>? IsBeingSent { get; init; }
}

/// <summary>What came of running a call.</summary>
/// <param name="Payment">The payment it is about, when something was done.</param>
/// <param name="IsPassing">A refusal that may be gone in a moment, so it is not kept.</param>
public readonly record struct CallOutcome(Answer? Answer, long? Payment = null, bool IsPassing = false)
{
    /// <summary>Somebody else claimed the key in the meantime.</summary>
    public static CallOutcome Seen => default;
}
