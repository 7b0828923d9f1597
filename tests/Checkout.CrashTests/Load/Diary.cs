using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Checkout.Tests.Server;

namespace Checkout.CrashTests.Load;

/// <summary>Something a server acknowledged: a payment's status as it was told, by an answer, a page or a notice.</summary>
internal sealed record Acknowledged(string Site, string Reference, long? Payment, int Status, string By);

/// <summary>A request and the answer it got first.</summary>
internal sealed record Answered(string Site, string Path, string Body, int Status, string Answer);

/// <summary>What clients saw, kept outside the servers. An answer that never came stands nowhere: it may have happened or not.</summary>
internal sealed class Diary
{
    private readonly ConcurrentQueue<Acknowledged> _said = new();
    private readonly ConcurrentDictionary<string, Answered> _answers = new();
    private readonly ConcurrentDictionary<(string Site, string Refund), (long Payment, int Status)> _refunds = new();
    private readonly ConcurrentQueue<string> _contradictions = new();

    public IReadOnlyCollection<Acknowledged> Said => _said;

    public IReadOnlyDictionary<string, Answered> Answers => _answers;

    public IReadOnlyDictionary<(string Site, string Refund), (long Payment, int Status)> Refunds => _refunds;

    /// <summary>One request that was answered twice in different bytes.</summary>
    public IReadOnlyCollection<string> Contradictions => _contradictions;

    public void Tell(Acknowledged said) => _said.Enqueue(said);

    public void Note(string requestId, Answered answered)
    {
        var first = _answers.GetOrAdd(requestId, answered);
        if (first.Answer != answered.Answer) _contradictions.Enqueue($"{requestId}: {first.Answer}\n{answered.Answer}");
        if (JsonNode.Parse(answered.Answer) is not JsonObject body) return;
        if (body["Payment"] is { } payment) TellPayment(answered.Site, payment, "answer");
        if (body["Refund"] is { } refund && (long?)refund["PaymentID"] is { } of)
            _refunds[(answered.Site, (string)refund["MerchantTransactionID"]!)] = (of, (int)refund["Status"]!["ID"]!);
    }

    public void TellPayment(string site, JsonNode payment, string by)
    {
        if ((long?)payment["ID"] is { } id && (int?)payment["Status"]?["ID"] is { } status) Tell(new Acknowledged(site, (string)payment["MerchantTransactionID"]!, id, status, by));
    }
}
