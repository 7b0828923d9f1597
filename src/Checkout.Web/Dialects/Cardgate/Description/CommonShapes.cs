using Checkout.Web.Docs;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>What answers share, as the writers write it.</summary>
internal static class CommonShapes
{
    public static readonly Shape ResolutionShape = Shape.Text(CardgateResolutions.Ok) with { Words = CardgateResolutions.All };

    public static readonly Property Resolution = new("resolution", ResolutionShape);

    public static readonly Property Status = new("status", Shape.Text(CardgateStatus.Pending) with { Words = CardgateStatus.Said });

    private const string KeepsFee = "A refund costs nothing, and gives nothing of the invoice's fee back.";

    public static readonly Property Currency = new("currency", Shape.Text("EUR"));

    /// <summary>A map that we never have anything for.</summary>
    public static readonly Shape Empty = Shape.List(Shape.Anything);

    /// <summary>A map as it was sent.</summary>
    public static readonly Shape Free = Shape.Object(null) with { IsOpen = true, AlsoEmptyList = true };

    public static Property Type(string word) => new("type", Shape.Text(word) with { Words = [word] });

    public static Property Id(string sample) => new("id", Shape.Text(sample) with { Pattern = $"^{sample[..sample.IndexOf('_', StringComparison.Ordinal)]}_[0-9A-Za-z]{{16,}}$" });

    public static Property Links(string self) => new("links", Shape.Object(null, new Property("self", Shape.Text(self))));

    public static Property Amount(string name, decimal sample) => new(name, Shape.Decimal(sample, "Major units."));

    /// <summary>An amount that is not there yet.</summary>
    public static Property Amount(string name) => new(name, Shape.Decimal().OrNull());

    public static Property Time(string name, string about = "") => new(name, Shape.Number(about: about.Length == 0 ? "Unix seconds." : about + " Unix seconds.").OrNull());

    public static Property NoFee(string name) => new(name, Shape.Number(0, KeepsFee) with { Numbers = [0] });

    public static Property NoFeeYet(string name) => new(name, (Shape.Number(about: KeepsFee) with { Numbers = [0] }).OrNull());

    public static Property Text(string name) => new(name, Shape.Text().OrNull());

    public static Property Null(string name) => new(name, Shape.Nothing);

    public static Property Message(string name) => new(name, Shape.Text(about: "The resolution as a sentence, or what exactly stood in the way; null when it is ok.").OrNull());

    public static Property PaymentFlow(string name) => new(name, Shape.Text("charge") with { Words = ["charge", "verify"] });

    /// <param name="name">What it is called.</param>
    /// <param name="type">What it is.</param>
    /// <param name="sample">Its id; null: there may be none.</param>
    public static Property Related(string name, string type, string? sample)
    {
        var to = Shape.Object(null, Type(type), new Property("id", Shape.Text(sample ?? "")));
        return new Property(name, Shape.Object(null, new Property("data", to.OrNull() with { Sample = sample })));
    }
}
