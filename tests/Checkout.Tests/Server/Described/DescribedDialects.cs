using System.Globalization;
using Checkout.Tests.Server.Cardgate;

namespace Checkout.Tests.Server.Described;

/// <summary>A server by what it says of its Smart2Pay dialect.</summary>
public sealed class DescribedSmart2Pay() : DescribedServer("smart2pay", $"{CheckoutClient.Site}:{CheckoutClient.Key}")
{
    internal override (string Namespace, string[] Pages) Routes => (".Dialects.Smart2Pay", ["GET /v1/Payments/FillCardDetails"]);

    internal override string[] Words => ["Chargedback", "Key is duplicated"];

    internal override bool IsRefused(Answer answer, string code, string[] place) => (int)answer.Status == 400 && answer.Codes.Contains(int.Parse(code, CultureInfo.InvariantCulture));
}

/// <summary>A server by what it says of its Cardgate dialect.</summary>
public sealed class DescribedCardgate() : DescribedServer("cardgate", CardgateShop.H2H)
{
    internal override (string Namespace, string[] Pages) Routes => (".Dialects.Cardgate", ["GET /hpp", "GET /hpp/{id}", "GET /redirect/hpp", "GET /complete-auth"]);

    internal override string[] Words => ["partially_charged_back", "limit_violation", "Client auth failed", "X-Signature"];

    /// <summary>The place is named too, in a body by its pointer, but not that of a body which is none at all.</summary>
    internal override bool IsRefused(Answer answer, string code, string[] place) => CardgateShop.Faults(answer).Any(fault =>
        fault[4..] == $"{code} /{string.Join('/', place)}" || (place.Length == 1 && fault[4..] == $"{code} {place[0]}") || (place is ["data"] && fault == $"400 {code}"));
}
