namespace Checkout.Web.Pages.Pay;

/// <summary>Signs what the page hands out and gets back (<c>page.form.v1</c>). At least 16 bytes, under a key all nodes share.</summary>
public interface IPageMac
{
    byte[] Of(ReadOnlySpan<byte> message);
}
