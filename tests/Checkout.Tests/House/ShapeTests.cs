using System.Reflection;

namespace Checkout.Tests.House;

/// <summary>The shape of our types, read from the assemblies.</summary>
public sealed class ShapeTests
{
    private const int MostConstructorParameters = 5;

    /// <summary>Classes that take more than five things, each with its reason.</summary>
    private static readonly Dictionary<string, string> MayTakeMore = [];

    /// <summary>Classes that stay open, each with its reason.</summary>
    private static readonly Dictionary<string, string> MayStayOpen = new()
    {
        ["Program"] = "the tests start the server through it",
    };

    [Fact]
    public void Classes_are_sealed()
    {
        var types = Repository.OwnTypes.ToArray();
        var parents = types.Select(type => Definition(type.BaseType)).ToHashSet();
        var open = from type in types
                   where type is { IsClass: true, IsAbstract: false, IsSealed: false } && (type.IsPublic || type.IsNestedPublic)
                   where !parents.Contains(type) && !MayStayOpen.ContainsKey(type.FullName!)
                   select type.FullName;
        Findings.None(open, "A class is sealed unless somebody inherits from it.");
    }

    [Fact]
    public void Constructors_take_five_things_at_most()
    {
        var greedy = from type in Repository.OwnTypes
                     where type.IsClass && !IsRecord(type) && !typeof(Attribute).IsAssignableFrom(type) && !MayTakeMore.ContainsKey(type.FullName!)
                     let most = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                         .Select(constructor => constructor.GetParameters().Length).DefaultIfEmpty().Max()
                     where most > MostConstructorParameters
                     select $"{type.FullName} takes {most}";
        Findings.None(greedy, "A class that needs more than five things tells two stories.");
    }

    [Fact]
    public void The_lists_of_exceptions_name_living_types()
    {
        var names = Repository.OwnTypes.Select(type => type.FullName!).ToHashSet();
        Assert.Empty(MayTakeMore.Keys.Concat(MayStayOpen.Keys).Except(names));
    }

    private static Type? Definition(Type? type) => type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : type;

    // Records carry data; their parameters are columns, not helpers.
    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;
}
