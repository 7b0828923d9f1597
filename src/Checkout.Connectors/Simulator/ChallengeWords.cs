using System.Buffers.Text;
using System.Text;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Simulator;

/// <summary>
/// What a browser carries between the shop and the simulator's bank, in the words of both generations of 3-D Secure. It decides nothing: what
/// the shopper pressed stands in the books. All of it follows from the charge's reference, so that it can be told from what belongs elsewhere.
/// </summary>
internal static class ChallengeWords
{
    private const string MerchantData = "MD";
    private const string SessionData = "threeDSSessionData";
    private const int Longest = 4096;

    private static readonly Dictionary<string, Func<string, string, bool>> Checks = new(StringComparer.Ordinal)
    {
        [MerchantData] = static (reference, text) => text == reference,
        ["PaReq"] = static (reference, text) => text == FirstQuestion(reference),
        ["PaRes"] = static (reference, text) => text == FirstAnswer(reference, passed: true) || text == FirstAnswer(reference, passed: false),
        [SessionData] = static (reference, text) => text.TrimEnd('=') == Session(reference),
        ["creq"] = static (reference, text) => ChallengeMessage.Read(text) is { Type: ChallengeMessage.Request } asked && asked.IsAbout(reference),
        ["cres"] = static (reference, text) => ChallengeMessage.Read(text) is { Type: ChallengeMessage.Response, Status: "Y" or "N" } told && told.IsAbout(reference),
    };

    /// <summary>What the browser takes to the bank.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Question(string reference, BankChallenge bank) => bank.Shape switch
    {
        // One known client sends on exactly these three names. The second generation tells the bank itself where to come back to.
        ChallengeShape.First => [new(MerchantData, reference), new("PaReq", FirstQuestion(reference)), new("TermUrl", bank.ReturnUrl)],
        ChallengeShape.Second => [new("creq", ChallengeMessage.Ask(reference)), new(SessionData, Session(reference))],
    };

    /// <summary>What the browser brings back after a button was pressed.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Answer(string reference, ChallengeShape shape, BankDecision decision)
    {
        var passed = decision == BankDecision.Approve;
        return shape switch
        {
            ChallengeShape.First => [new(MerchantData, reference), new("PaRes", FirstAnswer(reference, passed))],
            ChallengeShape.Second => [new("cres", ChallengeMessage.Answer(reference, passed)), new(SessionData, Session(reference))],
        };
    }

    /// <summary>Whether all of these words that were carried here are about this charge. Other fields are nobody's words.</summary>
    public static bool Fit(string reference, BroughtBack brought) =>
        !brought.IsTooMuch && Checks.All(check => !brought.Fields.TryGetValue(check.Key, out var text) || (text.Length <= Longest && check.Value(reference, text)));

    private static string FirstQuestion(string reference) => Convert.ToBase64String(Encoding.UTF8.GetBytes(reference));

    private static string FirstAnswer(string reference, bool passed) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{reference} {(passed ? 'Y' : 'N')}"));

    private static string Session(string reference) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(reference));
}
