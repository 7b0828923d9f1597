namespace Checkout.Web.Demo;

/// <summary>Where a shopper's browser has to go to pay, and with what.</summary>
/// <param name="Action">The address.</param>
/// <param name="Post">By a form that is posted; else by a redirect.</param>
/// <param name="Fields">What goes along.</param>
public sealed record DemoFlow(string Action, bool Post, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public static DemoFlow To(string url) => new(url, Post: false, []);

    /// <summary>The address of a redirect, with what goes along.</summary>
    public string Url => Fields.Count == 0 ? Action : Action + QueryString.Create(Fields.Select(f => KeyValuePair.Create(f.Key, (string?)f.Value)));
}
