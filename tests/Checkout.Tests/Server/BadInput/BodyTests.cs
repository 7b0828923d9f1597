using System.Net.Http.Headers;
using System.Text;

namespace Checkout.Tests.Server.BadInput;

/// <summary>Bodies that are no requests, at every door that takes one.</summary>
public sealed class BodyTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private const int Limit = 64 * 1024;

    private static readonly string[] Doors = ["/v1/payments", "/v1/card/authenticate", "/v1/payments/{id}/refunds"];

    public static TheoryData<string, string> Unreadable
    {
        get
        {
            string[] bodies =
            [
                "", " ", "null", "7", "\"x\"", "[]", "{}", "{", "}", "{\"Payment\":", "{'Payment':{}}", "{\"Payment\":{},}", "{\"Payment\":{}}{}", "// no", "Payment=1",
                "<Payment/>", "\uFEFF{\"Payment\":{}}", "{\"Payment\":null}", "{\"Payment\":[]}", "{\"Refund\":7}", "{\"CardAuthentication\":\"x\"}", Nested(17), Nested(2000),
            ];
            var data = new TheoryData<string, string>();
            foreach (var door in Doors)
            {
                foreach (var body in bodies) data.Add(door, body);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_cannot_be_read_is_invalid_data(string door, string body)
    {
        var answer = await server.Checkout.SendAsync(HttpMethod.Post, await PathAsync(door), body);
        Refused.With(answer, 1);
        Assert.Equal([1], answer.Codes);
    }

    [Theory]
    [InlineData("{\"Payment\":{@,\"Amount\":1}}")]
    [InlineData("{\"Payment\":{@,\"amount\":2599}}")]
    [InlineData("{\"Payment\":{@,\"\\u0041mount\":2599}}")]
    [InlineData("{\"Payment\":{@},\"Payment\":{@}}")]
    [InlineData("{\"Payment\":{@},\"payment\":{}}")]
    [InlineData("{\"Payment\":{@,\"Card\":{\"Number\":\"4111111111111111\",\"Number\":\"4548812049400004\"}}}")]
    public async Task A_key_that_comes_twice_is_invalid_data(string shape)
    {
        var reference = Orders.NewReference();
        var fields = $"\"MerchantTransactionID\":\"{reference}\",\"Amount\":2599,\"Currency\":\"EUR\",\"ReturnURL\":\"https://shop.example\"";
        Refused.With(await server.Checkout.SendAsync(HttpMethod.Post, "/v1/payments", shape.Replace("@", fields, StringComparison.Ordinal)), 1);
        await Refused.DoesNothingAsync(server.Checkout, reference);
    }

    [Theory]
    [InlineData(Limit + 1, false)]
    [InlineData(Limit + 1, true)]
    [InlineData(1024 * 1024, false)]
    [InlineData(1024 * 1024, true)]
    public async Task A_body_over_64_KiB_is_invalid_data(int size, bool chunked)
    {
        var reference = Orders.NewReference();
        foreach (var door in Doors)
        {
            var answer = await SendAsync(await PathAsync(door), Padded(reference, size), chunked);
            Refused.With(answer, 1);
        }

        await Refused.LosesNothingAsync(server.Checkout, reference);
    }

    [Fact]
    public async Task A_body_of_64_KiB_is_read()
    {
        var reference = Orders.NewReference();
        Assert.Equal(9, (await SendAsync("/v1/payments", Padded(reference, Limit), chunked: true)).StatusId);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task The_content_type_does_not_matter(string? type)
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(Orders.Direct(Orders.NewReference()).ToJsonString()));
        if (type is not null) body.Headers.ContentType = new MediaTypeHeaderValue(type);
        Assert.Equal(9, (await SendAsync("/v1/payments", body, chunked: false)).StatusId);
    }

    [Fact]
    public async Task A_body_that_is_no_UTF8_is_invalid_data()
    {
        var text = Orders.Direct(Orders.NewReference()).With("Description", "ă").ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Refused.With(await SendAsync("/v1/payments", new ByteArrayContent(Encoding.Unicode.GetBytes(text)), chunked: false), 1);
        Refused.With(await SendAsync("/v1/payments", new ByteArrayContent(Encoding.Latin1.GetBytes(text.Replace('ă', 'é'))), chunked: false), 1);
        Assert.Equal(9, (await SendAsync("/v1/payments", new ByteArrayContent(Encoding.UTF8.GetBytes(text)), chunked: false)).StatusId);
    }

    private static string Nested(int levels) => $"{{\"Payment\":{{\"Other\":{new string('[', levels)}{new string(']', levels)}}}}}";

    private static ByteArrayContent Padded(string reference, int size) => new(Encoding.UTF8.GetBytes(Orders.Direct(reference).ToJsonString().PadRight(size)));

    /// <summary>Refunds need a payment to be refunds of.</summary>
    private async Task<string> PathAsync(string door) => !door.Contains("{id}", StringComparison.Ordinal) ? door
        : door.Replace("{id}", (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()).With("Capture", true))).Payment["ID"]!.ToString(), StringComparison.Ordinal);

    private async Task<Answer> SendAsync(string path, HttpContent body, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", "MTAxMDpnYWJp");
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await server.Checkout.Http.SendAsync(request);
        return await Answer.OfAsync(response);
    }
}
