using System.Text;
using Checkout.Web.Pages.Pay.Form;
using Microsoft.AspNetCore.Http;

namespace Checkout.Tests.Pages.Pay;

public sealed class PostedFormTests
{
    [Theory]
    [InlineData("a=1&b=2", "a", "1")]
    [InlineData("a=1&b=2", "b", "2")]
    [InlineData("a=", "a", "")]
    [InlineData("a", "a", "")]
    [InlineData("", "a", "")]
    [InlineData("b=2", "a", "")]
    [InlineData("a=one+two", "a", "one two")]
    [InlineData("a=+x+", "a", "x")]
    [InlineData("a=%2B%26%3D", "a", "+&=")]
    [InlineData("a=%c8%99i%C4%83", "a", "șiă")]
    [InlineData("a=șiă", "a", "șiă")]
    [InlineData("a=100%", "a", "100%")]
    [InlineData("a=%", "a", "%")]
    [InlineData("a=%4", "a", "%4")]
    [InlineData("a=%4g", "a", "%4g")]
    [InlineData("a=%zz%41", "a", "%zzA")]
    [InlineData("a=%ff", "a", "\ufffd")]
    [InlineData("a=1&a=2", "a", "1")]
    [InlineData("a=x=y", "a", "x=y")]
    [InlineData("&&a=1&&", "a", "1")]
    [InlineData("=1&a=2", "a", "2")]
    [InlineData("%61=1", "a", "1")]
    [InlineData("A=1", "a", "")]
    public void Reads_what_browsers_send(string body, string name, string value)
    {
        using var form = PostedForm.Parse(Encoding.UTF8.GetBytes(body));
        Assert.Equal(value, form.Text(name));
    }

    [Theory]
    [InlineData("card-number=4111+1111%201111-1111", "4111 1111 1111-1111")]
    [InlineData("card%2Dnumber=4111", "4111")]
    [InlineData("card-number=%D9%A4%D9%A1", "٤١")]
    [InlineData("card-number=1&card-number=2", "1")]
    [InlineData("card-number", "")]
    public void Secrets_come_as_buffers_and_never_as_text(string body, string number)
    {
        using var form = PostedForm.Parse(Encoding.UTF8.GetBytes(body));
        Assert.Equal(number, new string(form.Secret("card-number")));
        Assert.Equal("", form.Text("card-number"));
        Assert.True(form.Has("card-number"));
    }

    [Fact]
    public void Secrets_are_wiped()
    {
        var form = PostedForm.Parse("card-number=4111&security-code=123"u8);
        var number = form.Secret("card-number");
        var code = form.Secret("security-code");
        form.Dispose();
        Assert.Equal("\0\0\0\0", new string(number));
        Assert.Equal("\0\0\0", new string(code));
    }

    [Fact]
    public async Task Takes_sixteen_kibibytes_and_not_one_byte_more()
    {
        using var fits = await ReadAsync(new string('a', PostedForm.LargestBytes), announced: false);
        Assert.NotNull(fits);
        Assert.Null(await ReadAsync(new string('a', PostedForm.LargestBytes + 1), announced: false));
        Assert.Null(await ReadAsync(new string('a', PostedForm.LargestBytes + 1), announced: true));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "1")]
    [InlineData("application/x-www-form-urlencoded; charset=UTF-8", "1")]
    [InlineData("multipart/form-data; boundary=x", "")]
    [InlineData("application/json", "")]
    [InlineData(null, "")]
    public async Task Reads_only_forms(string? contentType, string value)
    {
        using var form = await ReadAsync("a=1", announced: true, contentType);
        Assert.Equal(value, form!.Text("a"));
    }

    private static async Task<PostedForm?> ReadAsync(string body, bool announced, string? contentType = "application/x-www-form-urlencoded")
    {
        var http = new DefaultHttpContext();
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        http.Request.ContentType = contentType;
        http.Request.ContentLength = announced ? body.Length : null;
        return await PostedForm.ReadAsync(http.Request);
    }
}
