using System.ComponentModel.DataAnnotations;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>What an operator may set under <c>Smart2Pay</c>.</summary>
public sealed class Smart2PayOptions
{
    public const string Section = "Smart2Pay";

    /// <summary>Leading digits of a card number (up to six) and the word its mask begins with; the longest that fits decides.</summary>
    public Dictionary<string, string> MaskLabels { get; init; } = new() { ["411111"] = "VISA", ["5555"] = "MASTERCARD" };

    /// <summary>How many payments a list shows when the caller does not say.</summary>
    [Range(1, 500)]
    public int ListLimit { get; init; } = 50;

    /// <summary>How many payments a list shows at most.</summary>
    [Range(100, 1000)]
    public int LargestListLimit { get; init; } = 500;
}
