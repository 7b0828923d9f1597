using System.Text.Json.Nodes;
using Checkout.Web.Dialects.Cardgate;

namespace Checkout.Tests.Dialects.Cardgate;

/// <summary>The kinds of faults (§3.3).</summary>
public sealed class FaultKindTests
{
    /// <summary>The reason phrases of the HTTP specification as it is today (RFC 9110, RFC 6585).</summary>
    [Theory]
    [InlineData(400, "Bad Request", "malformed")]
    [InlineData(401, "Unauthorized", "unauthorized")]
    [InlineData(403, "Forbidden", "forbidden")]
    [InlineData(404, "Not Found", "not_found")]
    [InlineData(405, "Method Not Allowed", "method_not_allowed")]
    [InlineData(409, "Conflict", "conflict")]
    [InlineData(413, "Content Too Large", "too_large")]
    [InlineData(422, "Unprocessable Content", "required invalid not_unique not_supported limit_violation")]
    [InlineData(429, "Too Many Requests", "too_many_requests")]
    [InlineData(500, "Internal Server Error", "internal")]
    [InlineData(503, "Service Unavailable", "unavailable")]
    public void Each_status_has_its_phrase_and_its_words(int status, string title, string codes)
    {
        FaultKind[] kinds = [.. FaultKind.All.Where(kind => kind.Status == status)];
        Assert.Equal(codes, string.Join(' ', kinds.Select(kind => kind.Code)));
        foreach (var kind in kinds)
        {
            var error = JsonNode.Parse(Refused.For(new Fault(kind, "Why")).Body)!["errors"]![0]!;
            Assert.Equal((title, kind.Code), ((string?)error["title"], (string?)error["code"]));
        }
    }

    [Fact]
    public void There_are_no_others() => Assert.Equal(15, FaultKind.All.Select(kind => kind.Code).Distinct().Count());
}
