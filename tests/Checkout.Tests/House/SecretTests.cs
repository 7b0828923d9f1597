using System.Text.RegularExpressions;

namespace Checkout.Tests.House;

/// <summary>Who touches what must not be seen, and how it is compared.</summary>
public sealed class SecretTests
{
    /// <summary>The only places that may read a card number or security code in clear, each with its reason.</summary>
    private static readonly Dictionary<string, string> MayReveal = new()
    {
        ["src/Checkout.Core/Cards/"] = "the types themselves",
        ["src/Checkout.Vault/"] = "seals the number, and upstreams' tokens",
        ["src/Checkout.Connectors/"] = "sends number, code and token upstream",
    };

    private const string SecretName = @"\w*(?:[Ss]ignature|[Hh]mac|\bmac|Mac|[Hh]ash|[Ss]ecret|[Dd]igest)";

    private static readonly Regex CompareLeft = new($@"\b{SecretName}\s*(==|!=)(?!\s*(null\b|default\b|""""|string\.Empty))");
    private static readonly Regex CompareRight = new($@"(==|!=)\s*(?:[a-z_]\w*\.)*{SecretName}\b(?!\s*[.(])");
    private static readonly Regex CompareByCall = new($@"\b{SecretName}(\.AsSpan\(\))?!?\.(SequenceEqual|Equals|CompareTo)\(|\b(SequenceEqual|string\.Equals)\(\s*{SecretName}\b");

    [Fact]
    public void Only_listed_rooms_reveal_a_card()
    {
        var others = Repository.Sources.Where(file => !MayReveal.Keys.Any(place => file.Path.StartsWith(place, StringComparison.Ordinal)));
        Findings.None(Findings.InCode(others, new Regex(@"\.\s*Reveal\s*\(|\bReveal\b(?=\s*[;,)])")), "Reveal() is called by the listed rooms only.");
    }

    [Fact]
    public void Secrets_are_compared_in_constant_time()
    {
        var findings = new[] { CompareLeft, CompareRight, CompareByCall }
            .SelectMany(pattern => Findings.InCode(Repository.Sources.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal)), pattern));
        Findings.None(findings, "Signatures, MACs and hashes are compared with CryptographicOperations.FixedTimeEquals.");
    }

    [Theory]
    [InlineData("if (signature == expected)", true)]
    [InlineData("if (expected != link.Signature)", true)]
    [InlineData("if (key.Hash.SequenceEqual(sent))", true)]
    [InlineData("if (a.SequenceEqual(tokenHash))", true)]
    [InlineData("if (signature == null || signature.Length == 64)", false)]
    [InlineData("if (fault == LinkFault.Signature)", false)]
    [InlineData("if (64 != signature.Length)", false)]
    [InlineData("return FixedTimeEquals(signature, expected);", false)]
    public void The_rule_sees_what_it_should(string code, bool caught) =>
        Assert.Equal(caught, CompareLeft.IsMatch(code) || CompareRight.IsMatch(code) || CompareByCall.IsMatch(code));
}
