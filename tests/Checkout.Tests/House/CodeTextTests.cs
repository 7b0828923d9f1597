namespace Checkout.Tests.House;

public sealed class CodeTextTests
{
    [Theory]
    [InlineData("a(); // b()", "a();")]
    [InlineData("a(/* b() */);", "a(         );")]
    [InlineData("x = \"b()\" + c;", "x = \"   \" + c;")]
    [InlineData("x = \"\\\"b\" + c;", "x = \"   \" + c;")]
    [InlineData("x = '\"' + c;", "x = ' ' + c;")]
    [InlineData("x = '\\'' + c;", "x = '  ' + c;")]
    [InlineData("x = @\"b\\\" + c;", "x = @\"  \" + c;")]
    [InlineData("x = $\"b{c(\"d\")}e\" + f;", "x = $\"  c(\" \")  \" + f;")]
    [InlineData("x = $\"{{b}}\" + c;", "x = $\"     \" + c;")]
    [InlineData("x = \"\"\"b \"c\" d\"\"\" + e;", "x = \"\"\"       \"\"\" + e;")]
    [InlineData("x = $$\"\"\"{b}{{c}}\"\"\" + d;", "x = $$\"\"\"     c  \"\"\" + d;")]
    [InlineData("x = \"\" + c;", "x = \"\" + c;")]
    public void Prose_goes_and_code_stays(string text, string code) =>
        Assert.Equal(code, CodeText.WithoutProse(text).TrimEnd());

    [Fact]
    public void Lines_stay_where_they_were()
    {
        const string Text = "a\n/* b\nc */ d\n\"\"\"\ne\n\"\"\"\nf";
        Assert.Equal(Text.Count(c => c == '\n'), CodeText.WithoutProse(Text).Count(c => c == '\n'));
    }
}
