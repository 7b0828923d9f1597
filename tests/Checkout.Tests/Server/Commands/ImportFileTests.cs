using System.Text;

namespace Checkout.Tests.Server.Commands;

/// <summary>Lines that are no text, or longer than any of ours, are told by number; those around them are taken.</summary>
public sealed class ImportFileTests
{
    [Fact]
    public async Task A_line_that_is_no_text_or_too_long_is_told_by_number()
    {
        await using var shop = await ImportShop.StartAsync();
        byte[] file =
        [
            .. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(ImportShop.Payment().ToJsonString()), (byte)'\r', (byte)'\n',
            .. Encoding.Latin1.GetBytes("""{"Payment":{"Description":"Ană"}}""".Replace('ă', 'é')), (byte)'\n', (byte)'\n',
            .. Encoding.UTF8.GetBytes($$$"""{"Payment":{"Note":"{{{new string('x', 64 * 1024)}}}"}}"""), (byte)'\n',
            .. Encoding.UTF8.GetBytes(ImportShop.Payout().ToJsonString()),
        ];
        var told = await shop.ImportAsync(file);
        Assert.Contains("line 2: is not UTF-8", told.Said, StringComparison.Ordinal);
        Assert.Contains("line 4: is longer than 64 KiB", told.Said, StringComparison.Ordinal);
        Assert.Contains("5 lines read: 2 imported, 0 there already, 2 bad", told.Said, StringComparison.Ordinal);
    }
}
