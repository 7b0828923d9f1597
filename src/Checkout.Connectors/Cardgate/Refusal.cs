using Checkout.Connectors.Exchange;

namespace Checkout.Connectors.Cardgate;

/// <summary>A 4xx answer: the provider understood the request, says what is wrong with it, and did nothing.</summary>
internal sealed class Refusal
{
    private readonly List<(string? Code, string Pointer)> _faults;

    private Refusal(int status, List<(string? Code, string Pointer)> faults) => (Status, _faults) = (status, faults);

    public int Status { get; }

    /// <summary>The reference is taken: what we sent is, or was, there already.</summary>
    public bool SaysItExists => Status == 422 && _faults.Any(f => f.Code == "not_unique" || f.Pointer == "/data/attributes/reference_id");

    /// <summary>Null when the answer does not say for certain that the request was refused; who knows what sent it.</summary>
    public static Refusal? Read(Reply.Answer answer)
    {
        if (answer.Status is not (400 or 401 or 403 or 413 or 422)) return null;
        var faults = answer.Body.Elements("errors").Select(e => (e.Text("code"), e.Part("source").Text("pointer") ?? "")).ToList();
        return faults.Count > 0 ? new Refusal(answer.Status, faults) : null;
    }

    /// <summary>Whether it is about this attribute of what was sent.</summary>
    public bool IsAbout(string attribute) => _faults.Any(f => f.Pointer == "/data/attributes/" + attribute);
}
