using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Checkout.Tests.House;

/// <summary>Who may know whom: Core ← Vault, Storage, Connectors ← Web.</summary>
public sealed class WallTests
{
    [Theory]
    [InlineData("Checkout.Core", "")]
    [InlineData("Checkout.Vault", "Checkout.Core")]
    [InlineData("Checkout.Storage", "Checkout.Core")]
    [InlineData("Checkout.Connectors", "Checkout.Core")]
    [InlineData("Checkout.Web", "Checkout.Connectors Checkout.Core Checkout.Storage Checkout.Vault")]
    public void A_project_references_only_the_rooms_it_may_know(string project, string allowed)
    {
        var declared = References(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Order();
        Assert.Equal(allowed, string.Join(' ', declared));

        var compiled = Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name!).Where(IsOurs);
        Assert.Empty(compiled.Except(allowed.Split(' ')));
    }

    [Fact]
    public void Core_references_only_the_runtime()
    {
        Assert.Empty(References("Checkout.Core", "PackageReference"));
        Assert.Empty(References("Checkout.Core", "FrameworkReference"));

        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var foreign = Assembly.Load("Checkout.Core").GetReferencedAssemblies()
            .Where(name => !File.Exists(Path.Combine(runtime, name.Name + ".dll")));
        Findings.None(foreign.Select(name => name.FullName), "Checkout.Core knows only the runtime.");
    }

    [Fact]
    public void Connectors_are_handed_what_they_need_and_reference_no_package() =>
        Assert.Empty(References("Checkout.Connectors", "PackageReference").Concat(References("Checkout.Connectors", "FrameworkReference")));

    [Fact]
    public void Connector_folders_do_not_name_each_other()
    {
        // Exchange is what they share; it is no provider.
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src/Checkout.Connectors"))
            .Select(folder => Path.GetFileName(folder)).Except(["bin", "obj"]).ToArray();
        var crossings = from folder in folders
                        from other in folders
                        // Exchange is what they all call through; it names none of them.
                        where other != folder && other != "Exchange"
                        let files = Repository.Sources.Where(file => file.IsUnder($"src/Checkout.Connectors/{folder}"))
                        // Dialect.Smart2Pay is a word of Core: it says by which door the payment came in.
                        from finding in Findings.InCode(files, new Regex($@"\bConnectors\.{other}\b|(?<![.\w]){other}\.\w+"))
                        select finding;
        Findings.None(crossings, "A connector is read without its neighbours.");
    }

    [Fact]
    public void Dialects_share_no_wire_types_with_connectors() =>
        Findings.None(
            Findings.InCode(Repository.Sources.Where(file => file.IsUnder("src/Checkout.Web/Dialects")), new Regex(@"\bConnectors\.(Smart2Pay|Cardgate)\b")),
            "A misspelt field must not pass a round trip unseen: dialect and connector are written apart.");

    [Fact]
    public void The_card_page_asks_one_door() =>
        Findings.None(
            Findings.InCode(
                Repository.Sources.Where(file => file.IsUnder("src/Checkout.Web/Pages/Pay")),
                new Regex(@"\bI(Payment|SavedCard|Merchant|Notice|Setting)Store\b|\bIVault\b|\bIConnector\w*|\bCheckout\.(Storage|Vault|Connectors)\b")),
            "The pages of the shopper know Core through CheckoutDesk.");

    private static bool IsOurs(string name) => name.StartsWith("Checkout.", StringComparison.Ordinal);

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"))
            .Descendants(kind).Select(element => (string)element.Attribute("Include")!);
}
