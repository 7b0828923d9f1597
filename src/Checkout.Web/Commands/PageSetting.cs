using Checkout.Core.Merchants;
using Checkout.Web.Pages.Pay.Wishes;

namespace Checkout.Web.Commands;

/// <summary>How a merchant's pages look, as an operator types it: <c>Page=theme:dark,primary:#0a7d4f,pay_button_label:donate</c>.</summary>
public static class PageSetting
{
    /// <summary>The wishes; null when there are none.</summary>
    /// <exception cref="CommandRefusedException">A name is unknown or a value is not as it must be; it says which and how.</exception>
    public static PageWishes? Read(string value)
    {
        var pairs = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Pair).ToArray();
        if (pairs.FirstOrDefault(p => !WishRules.All.ContainsKey(p.Key)) is { Key: { } unknown }) throw new CommandRefusedException($"Page knows no \"{unknown}\". Known are: {string.Join(", ", WishRules.All.Keys)}.");
        var reading = WishReader.ReadMerchant(pairs);
        return reading.Faults.Count == 0 ? reading.Kept : throw new CommandRefusedException(string.Join(' ', reading.Faults.Select(fault => $"Page: {fault.Name} {fault.Words}.")));
    }

    private static KeyValuePair<string, string> Pair(string text) =>
        text.Split(':', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, { Length: > 0 } wish] ? KeyValuePair.Create(name, wish)
        : throw new CommandRefusedException($"\"{text}\" is no part of Page; it must be name:value, for example theme:dark or primary:#0a7d4f.");
}
