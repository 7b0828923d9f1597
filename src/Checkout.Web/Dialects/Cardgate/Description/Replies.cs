using Checkout.Web.Docs;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>What every operation may answer besides its own.</summary>
internal static class Replies
{
    private static readonly FaultKind[] Always = [FaultKind.Broken, FaultKind.Unavailable];

    public static Reply Done(int status, Shape shape, string about = "Done.") => new(status, about, shape);

    /// <param name="own">What is answered when it works.</param>
    /// <param name="faults">The kinds of faults there may be, besides those there may always be; of one status one is enough.</param>
    public static IReadOnlyList<Reply> With(Reply own, params IReadOnlyList<FaultKind> faults) => Open(own, [FaultKind.Unauthorized, .. faults]);

    /// <summary>The same where no key is wanted.</summary>
    public static IReadOnlyList<Reply> Open(Reply own, params IReadOnlyList<FaultKind> faults) =>
        [own, .. faults.Concat(Always).OrderBy(kind => kind.Status).Select(static kind => new Reply(kind.Status, About(kind.Status), ErrorShapes.Of(kind.Status)))];

    private static string About(int status) => string.Join(" ", FaultKind.All.Where(kind => kind.Status == status).Select(kind => kind.When));
}
