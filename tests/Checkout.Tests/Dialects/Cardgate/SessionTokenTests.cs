using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Web.Dialects;
using Checkout.Web.Dialects.Cardgate;

namespace Checkout.Tests.Dialects.Cardgate;

/// <summary>The bearer token of a session: what is in it, and what is not taken for one.</summary>
public sealed class SessionTokenTests
{
    private const string Session = "cgi_ZzhRb7xLro7cIf0N";

    private static readonly DateTimeOffset Now = new(2027, 1, 15, 9, 30, 0, TimeSpan.Zero);

    private readonly SessionTokens _tokens = new(new OneKey(1), new Clock(Now));

    [Fact]
    public void It_holds_what_the_published_ones_hold()
    {
        var parts = Make().Split('.');
        Assert.Equal("""{"typ":"JWT","alg":"HS256"}""", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])));
        var claims = (JsonObject)JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
        Assert.Equal(["sid", "exp", "expires", "jti"], claims.Select(c => c.Key));
        Assert.Equal((Session, Now.ToUnixTimeSeconds() + 3600, null), ((string?)claims["sid"], (long)claims["exp"]!, claims["expires"]));
        Assert.Equal(Make(), Make());
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("bearer  ")]
    public void It_opens_its_session_until_its_time_is_over(string scheme)
    {
        Assert.True(_tokens.TryOpen(scheme + Make(), out var session));
        Assert.Equal(Session, session);
        Assert.False(new SessionTokens(new OneKey(1), new Clock(Now.AddHours(1))).TryOpen(scheme + Make(), out _));
        Assert.True(new SessionTokens(new OneKey(1), new Clock(Now.AddSeconds(3599))).TryOpen(scheme + Make(), out _));
    }

    [Fact]
    public void Another_key_opens_nothing() => Assert.False(new SessionTokens(new OneKey(2), new Clock(Now)).TryOpen("Bearer " + Make(), out _));

    [Fact]
    public void Every_changed_letter_spoils_it()
    {
        var token = Make();
        for (var i = 0; i < token.Length; i++) Assert.False(_tokens.TryOpen($"Bearer {token[..i]}{(token[i] == 'A' ? 'B' : 'A')}{token[(i + 1)..]}", out _), $"at {i}");
    }

    [Theory]
    [InlineData("""{"typ":"JWT","alg":"none"}""")]
    [InlineData("""{"typ":"JWT","alg":"HS512"}""")]
    [InlineData("""{"alg":"HS256","typ":"JWT"}""")]
    [InlineData("""{"typ":"JWT","alg":"HS256","kid":"1"}""")]
    public void Only_our_own_header_is_read_even_under_our_key(string header)
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Make().Split('.')[1]}";
        var signature = Base64Url.EncodeToString(new OneKey(1).Of(Encoding.UTF8.GetBytes("cardgate.jwt.v1\n" + signed)));
        Assert.False(_tokens.TryOpen($"Bearer {signed}.{signature}", out _));
    }

    [Fact]
    public void What_is_no_bearer_token_opens_nothing()
    {
        var token = Make();
        string?[] others = [null, "", "Bearer", "Bearer ", token, "Basic " + token, "Bearer " + token + ".", "Bearer ." + token, "Bearer " + token[..token.LastIndexOf('.')], "Bearer " + token + "=", "Bearer " + new string('a', 5000), "Bearer a.b.é"];
        Assert.All(others, word => Assert.False(_tokens.TryOpen(word, out _)));
    }

    private string Make() => _tokens.Make(Session, Now.AddHours(1));

    private sealed class OneKey(byte key) : ISessionMac
    {
        public byte[] Of(ReadOnlySpan<byte> message) => HMACSHA256.HashData([key], message);
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
