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
    private readonly ConcurrentDictionary<string, int> _payouts = new();
    private readonly ConcurrentQueue<string> _contradictions = new();
    private readonly ConcurrentQueue<Answer> _refused = new();

    public IReadOnlyCollection<Acknowledged> Said => _said;

    public IReadOnlyDictionary<string, Answered> Answers => _answers;

    public IReadOnlyDictionary<(string Site, string Refund), (long Payment, int Status)> Refunds => _refunds;

    /// <summary>What was last said of a payout, by the merchant's reference.</summary>
    public IReadOnlyDictionary<string, int> Payouts => _payouts;

    /// <summary>Answers that say "not now": the client comes again.</summary>
    public IReadOnlyCollection<Answer> Refused => _refused;

    /// <summary>While nothing can be written, what was done is told all the same, and a repeated request may be told a later state (I8 has to wait).</summary>
    public bool IsDiskFailing { get; set; }

    /// <summary>One request that was answered twice in different bytes.</summary>
    public IReadOnlyCollection<string> Contradictions => _contradictions;

    public void Refuse(Answer answer) => _refused.Enqueue(answer);

    public void Tell(Acknowledged said) => _said.Enqueue(said);

    /// <summary>"Busy" is an answer of the moment: asked again, the same request may go through.</summary>
    private static bool IsPassing(Answered answered) => answered.Status == 400 && (answered.Answer.Contains("\"Code\":1010,", StringComparison.Ordinal) || answered.Answer.Contains("\"Code\":2207,", StringComparison.Ordinal));

    public void Note(string requestId, Answered answered)
    {
        if (IsPassing(answered)) return;
        var first = IsDiskFailing ? answered : _answers.GetOrAdd(requestId, answered);
        if (first.Answer != answered.Answer) _contradictions.Enqueue($"{requestId}: {first.Answer}\n{answered.Answer}");
        if (JsonNode.Parse(answered.Answer) is not JsonObject body) return;
        if (body["Payment"] is { } payment) TellPayment(answered.Site, payment, "answer");
        if (body["Payout"] is { } payout && (long?)payout["ID"] is not null) _payouts[(string)payout["MerchantTransactionID"]!] = (int)payout["Status"]!["ID"]!;
        if (body["Refund"] is { } refund && (long?)refund["InitialPaymentID"] is { } of && (int?)refund["Status"]!["ID"] is not null)
            _refunds[(answered.Site, (string)refund["MerchantTransactionID"]!)] = (of, (int)refund["Status"]!["ID"]!);
    }

    public void TellPayment(string site, JsonNode payment, string by)
    {
        if ((long?)payment["ID"] is { } id && (int?)payment["Status"]?["ID"] is { } status) Tell(new Acknowledged(site, (string)payment["MerchantTransactionID"]!, id, status, by));
    }
}
