using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Checkout.Core.Money;

/// <summary>An ISO 4217 currency with the number of decimals its minor unit has (0, 2 or 3).</summary>
/// <remarks>There is one instance per code, so reference equality is equality.</remarks>
public sealed class Currency
{
    private const string NoDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
    private const string ThreeDecimals = "BHD IQD JOD KWD LYD OMR TND";
    private const string TwoDecimals =
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP " +
        "CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR " +
        "KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN " +
        "PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD " +
        "TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW ZWL";

    private static readonly FrozenDictionary<string, Currency> ByCode =
        Read(NoDecimals, 0).Concat(Read(TwoDecimals, 2)).Concat(Read(ThreeDecimals, 3)).ToFrozenDictionary(c => c.Code);

    private Currency(string code, int exponent) => (Code, Exponent) = (code, exponent);

    /// <summary>Three upper-case letters, for example <c>EUR</c>.</summary>
    public string Code { get; }

    /// <summary>How many decimals the minor unit has: 0 for JPY, 2 for EUR, 3 for KWD.</summary>
    public int Exponent { get; }

    /// <summary>Every currency this installation can take.</summary>
    public static IEnumerable<Currency> All => ByCode.Values;

    /// <summary>Finds a currency by its upper-case code.</summary>
    public static bool TryFind(string? code, [NotNullWhen(true)] out Currency? currency)
    {
        currency = null;
        return code is not null && ByCode.TryGetValue(code, out currency);
    }

    /// <summary>Finds a currency that is known to exist, for example one read back from the store.</summary>
    public static Currency Of(string code) => ByCode[code];

    public override string ToString() => Code;

    private static IEnumerable<Currency> Read(string codes, int exponent) =>
        codes.Split(' ').Select(code => new Currency(code, exponent));
}
