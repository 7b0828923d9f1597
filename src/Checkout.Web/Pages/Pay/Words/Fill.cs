using System.Globalization;

namespace Checkout.Web.Pages.Pay.Words;

/// <summary>Puts names and amounts into a sentence.</summary>
public static class Fill
{
    public static string In(string sentence, string first) => string.Format(CultureInfo.InvariantCulture, sentence, first);

    public static string In(string sentence, string first, string second) => string.Format(CultureInfo.InvariantCulture, sentence, first, second);
}
