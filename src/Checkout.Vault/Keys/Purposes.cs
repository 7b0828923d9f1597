namespace Checkout.Vault.Keys;

/// <summary>What each key is for. The version is part of the name: a key that is used differently one day is another key.</summary>
internal static class Purposes
{
    /// <summary>Wraps the key of each card. There is one per epoch; see <see cref="CardKey"/>.</summary>
    public const string CardKeys = "vault.kek.v1";

    public const string Fingerprint = "vault.fingerprint.v1";
    public const string CardToken = "token.card.v1";
    public const string PageLink = "link.page.v1";
    public const string BankReturn = "link.return.v1";
    public const string PageForm = "page.form.v1";
    public const string RequestMac = "request.mac.v1";

    /// <summary>Seals merchants' and providers' secrets.</summary>
    public const string Secrets = "secret.kek.v1";

    /// <summary>Not a key: a known text sealed under the first card key, which must open at every start.</summary>
    public const string Canary = "vault.canary.v1";

    /// <summary>The epoch that a new installation begins with.</summary>
    public const int FirstEpoch = 1;

    /// <summary>All keys a vault is born with.</summary>
    public static readonly IReadOnlyList<string> OfNewVault =
        [CardKey(FirstEpoch), Fingerprint, CardToken, PageLink, BankReturn, PageForm, RequestMac, Secrets];

    /// <summary>The name of an epoch's card key, for example <c>vault.kek.v1#1</c>.</summary>
    public static string CardKey(int epoch) => FormattableString.Invariant($"{CardKeys}#{epoch}");

    /// <summary>Reads <see cref="CardKey"/> back; null when the name is another key's.</summary>
    public static int? EpochOf(string name) =>
        name.StartsWith(CardKeys + "#", StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(CardKeys.Length + 1), System.Globalization.NumberStyles.None, null, out var epoch) ? epoch : null;
}
