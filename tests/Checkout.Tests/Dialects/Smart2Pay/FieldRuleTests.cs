using System.Text;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Checkout.Web.Dialects.Smart2Pay.Fields;
using Checkout.Web.Dialects.Smart2Pay.Wire;

namespace Checkout.Tests.Dialects.Smart2Pay;

/// <summary>What is declared of a field is what the reader does.</summary>
public sealed class FieldRuleTests
{
    private const int Seed = 20260401;
    private const int Tries = 20_000;

    private static readonly string[] Good = ["order-1", "ana@shop.example", "19800131", "20121231", "ro-RO", "zh-Hans-CN", "05", "5", "12", "2031", "31", "EUR", "RO", "0", "2", "Ana Pop", "Șerban", "1000", ""];

    private static readonly string Letters = "0123456789abcXYZ_-@.+% \t\n\u0001\u007f\u0085ășé٣";

    private static readonly RequestField[] Roots = [PaymentFields.Root, RefundFields.Root, PayoutFields.Root, CardAuthenticationFields.Root];

    private static IEnumerable<RequestField> All => Roots.SelectMany(Below).Concat(ListFields.All);

    [Fact]
    public void The_words_for_a_rule_say_what_the_rule_does()
    {
        var random = new Random(Seed);
        var rules = All.Select(field => field.Rule).Where(rule => rule is { Fits: not null, Pattern: not null }).Distinct().ToArray();
        Assert.True(rules.Length > 10);
        for (var i = 0; i < Tries; i++)
        {
            var text = Changed(Good[random.Next(Good.Length)], random);
            foreach (var rule in rules)
            {
                // A record's longest is said beside its pattern; both together are the rule.
                var said = Regex.IsMatch(text, Regex.Replace(rule.Pattern!, @"\$\z", @"\z")) && text.Length <= rule.Longest;
                Assert.True(said == rule.Fits!(text), $"{rule.Pattern} and its rule differ about \"{text}\" (seed {Seed})");
            }
        }
    }

    [Fact]
    public void Every_field_that_is_read_is_declared_and_the_other_way_round()
    {
        Same<PaymentWire>(PaymentFields.Root);
        Same<RefundWire>(RefundFields.Root);
        Same<PayoutWire>(PayoutFields.Root);
        Same<CardAuthenticationWire>(CardAuthenticationFields.Root);
        Same<CustomerWire>(PersonFields.Customer);
        Same<AddressWire>(PersonFields.Billing);
        Same<CardWire>(CardFields.Card);
        Same<TokenWire>(CardFields.Token);
    }

    private static void Same<T>(RequestField declared) =>
        Assert.Equal(((JsonTypeInfo<T>)WireJson.Default.GetTypeInfo(typeof(T))!).Properties.Select(p => p.Name).Order(), declared.Inside.Select(field => field.Name).Order());

    private static IEnumerable<RequestField> Below(RequestField field) => field.Inside.SelectMany(Below).Prepend(field);

    private static string Changed(string text, Random random)
    {
        var changed = new StringBuilder(text);
        for (var changes = random.Next(4); changes > 0; changes--)
        {
            var at = random.Next(changed.Length + 1);
            if (at < changed.Length && random.Next(2) == 0) changed.Remove(at, 1);
            else changed.Insert(at, new string(Letters[random.Next(Letters.Length)], random.Next(8) == 0 ? random.Next(300) : 1));
        }

        return changed.ToString();
    }
}
