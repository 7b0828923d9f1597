using Checkout.Web.Docs;

namespace Checkout.Web.Dialects.Smart2Pay.Description;

/// <summary>What every operation may answer besides its own.</summary>
internal static class Replies
{
    public static Reply Done(int status, Shape shape, string about = "Done.") => new(status, about, shape);

    public static Reply NotDone(params IReadOnlyList<Shape> shapes) => new(
        400, shapes.Count == 1 ? "Nothing was done; the reasons say why." : "Nothing was done, or it was tried and failed: then the whole resource comes back with its ID.", shapes);

    public static Reply Missing(Shape shape) => new(404, "There is no such thing at your site.", shape);

    /// <param name="refused">The shape of a refusal of this resource.</param>
    /// <param name="own">What only this operation answers.</param>
    public static IReadOnlyList<Reply> With(Shape refused, params IReadOnlyList<Reply> own) =>
    [
        .. own,
        new Reply(401, "No key, or not one of this site's.", CommonShapes.Message),
        new Reply(500, "Something of ours broke; ask again with the same RequestId.", refused),
        new Reply(503, "The store does not answer just now; ask again with the same RequestId.", refused),
    ];
}
