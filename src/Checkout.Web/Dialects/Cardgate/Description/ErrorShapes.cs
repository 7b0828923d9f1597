using System.Globalization;
using Checkout.Web.Docs;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>Errors documents, one for each status, with the words it may have.</summary>
internal static class ErrorShapes
{
    public static Shape Of(int status)
    {
        FaultKind[] kinds = [.. FaultKind.All.Where(kind => kind.Status == status)];
        var text = status.ToString(CultureInfo.InvariantCulture);
        return Shape.Object("Errors" + text, new Property("errors", Shape.List(Error(text, kinds)) with { Sample = true }));
    }

    private static Shape Error(string status, FaultKind[] kinds) => Shape.Object(
        null,
        new Property("status", Shape.Text(status) with { Words = [status] }),
        new Property("code", Shape.Text(kinds[0].Code) with { Words = [.. kinds.Select(kind => kind.Code)] }),
        new Property("title", Shape.Text(kinds[0].Title) with { Words = [kinds[0].Title] }),
        new Property("detail", Shape.Text(kinds[0].When.TrimEnd('.'), "For people; never a value that was sent.")),
        new Property("source", Shape.Object(null, Place("pointer", "JSON pointer into the body."), Place("parameter", "Name in the query.")), IsRequired: false),
        new Property("meta", Shape.Object(null, new Property("id", Shape.Text().OrNull())) with { About = "What has the reference already." }, IsRequired: false));

    private static Property Place(string name, string about) => new(name, Shape.Text(about: about), IsRequired: false);
}
