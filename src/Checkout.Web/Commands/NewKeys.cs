using System.Buffers.Text;
using System.Text;
using Checkout.Core.Chance;
using Checkout.Core.Merchants;

namespace Checkout.Web.Commands;

/// <summary>Keys that a command makes for a merchant: sealed for the store, and in clear for the one time they are shown.</summary>
public sealed class NewKeys(MerchantOffice office, int site)
{
    private const int ShortestKey = 32;

    private readonly List<MerchantKey> _made = [];
    private readonly StringBuilder _shown = new();

    public IReadOnlyList<MerchantKey> Made => _made;

    /// <summary>One line for each key, in the order they were made.</summary>
    public string Shown => _shown.ToString();

    /// <param name="kind">What the key is for.</param>
    /// <param name="given">The merchant's own key, when it brings one along.</param>
    public void Add(MerchantKeyKind kind, string? given = null)
    {
        var key = given is null ? Make(kind) : Checked(given);
        _made.Add(office.Secrets.Make(site, kind, key));
        Show(LabelOf(kind), key);
    }

    public void Show(string label, string value) => _shown.Append("  ").Append(label.PadRight(18)).Append(value).AppendLine();

    private static string LabelOf(MerchantKeyKind kind) => kind switch
    {
        MerchantKeyKind.Api => "API key",
        MerchantKeyKind.Link => "Link secret",
        MerchantKeyKind.CardgateApi => "Cardgate API key",
        MerchantKeyKind.CallbackTest => "Secret test key",
        MerchantKeyKind.CallbackLive => "Secret live key",
        MerchantKeyKind.PublicTest => "Public test key",
        MerchantKeyKind.PublicLive => "Public live key",
        MerchantKeyKind.Tokenise => "Tokenise key",
    };

    private string Make(MerchantKeyKind kind) => kind switch
    {
        MerchantKeyKind.Api or MerchantKeyKind.Link => office.Random.Word(ShortestKey),
        MerchantKeyKind.CardgateApi => UrlSafe(),
        MerchantKeyKind.CallbackTest => "sk_test_" + UrlSafe(),
        MerchantKeyKind.CallbackLive => "sk_live_" + UrlSafe(),
        MerchantKeyKind.PublicTest => "pk_test_" + UrlSafe(),
        MerchantKeyKind.PublicLive => "pk_live_" + UrlSafe(),
        MerchantKeyKind.Tokenise => "tk_" + UrlSafe(),
    };

    /// <summary>Forty-three characters that need no escaping anywhere, 256 bits.</summary>
    private string UrlSafe()
    {
        Span<byte> chance = stackalloc byte[32];
        office.Random.Fill(chance);
        return Base64Url.EncodeToString(chance);
    }

    /// <summary>In the sandbox any key will do; elsewhere it must be long enough that its plain hash cannot be guessed (API-1).</summary>
    private string Checked(string key) => office.Settings.Sandbox.Enabled || key.Length >= ShortestKey ? key
        : throw new CommandRefusedException($"--api-key must have {ShortestKey} characters or more. Leave it out to have one made.");
}
