using System.Reflection;

namespace Checkout.Tests.House;

/// <summary>One file of ours: its path from the top of the repository with forward slashes, its text, and its code without prose.</summary>
public sealed record SourceFile(string Path, string Text)
{
    /// <summary>The text with comments and the insides of strings blanked, line for line; Razor pages are kept as they are.</summary>
    public string Code { get; } = Path.EndsWith(".cs", StringComparison.Ordinal) ? CodeText.WithoutProse(Text) : Text;

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The line (from 1) of a position in <see cref="Text"/> or <see cref="Code"/>.</summary>
    public int LineAt(int position) => Text.AsSpan(0, position).Count('\n') + 1;

    public bool IsUnder(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);
}

/// <summary>The house as it lies on disk and as it was compiled, for the tests that read it.</summary>
public static class Repository
{
    public static readonly string Root = FindRoot();

    /// <summary>The projects that make the product, in the order of who may know whom.</summary>
    public static readonly string[] Projects = ["Checkout.Core", "Checkout.Vault", "Checkout.Storage", "Checkout.Connectors", "Checkout.Web"];

    /// <summary>Every .cs and .cshtml file under src.</summary>
    public static readonly SourceFile[] Sources = [.. Read("src", ".cs", ".cshtml")];

    public static IEnumerable<Assembly> Assemblies => Projects.Select(Assembly.Load);

    /// <summary>The types we wrote, without what the compiler and Razor generate.</summary>
    public static IEnumerable<Type> OwnTypes => Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsOurs);

    /// <summary>The files under a folder that end in one of the given ways; build output and data are left out.</summary>
    public static IEnumerable<SourceFile> Read(string folder, params string[] endings) =>
        from path in FilesUnder(System.IO.Path.Combine(Root, folder))
        let relative = System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/')
        where endings.Any(ending => relative.EndsWith(ending, StringComparison.Ordinal))
        where !relative.Split('/').Any(part => part is "bin" or "obj" or "data" or "artifacts")
        orderby relative
        select new SourceFile(relative, File.ReadAllText(path));

    private static IEnumerable<string> FilesUnder(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [];

    private static bool IsOurs(Type type) =>
        type.FullName == "Program"
        || (type.Namespace?.StartsWith("Checkout.", StringComparison.Ordinal) == true && !type.FullName!.Contains('<', StringComparison.Ordinal));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Checkout.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No Checkout.sln above {AppContext.BaseDirectory}.");
    }
}
