using System.Reflection;
using System.Text.RegularExpressions;
using Checkout.Core.Payments;
using Checkout.Web.Pages.Pay;
using Checkout.Web.Pages.Pay.Form;
using Checkout.Web.Pages.Pay.Words;

namespace Checkout.Tests.Pages.Pay;

public sealed class PageTextsTests
{
    public static TheoryData<string> Others => new(Languages.All.Select(texts => texts.Language).Where(language => language != "en"));

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_language_says_everything_with_the_same_blanks(string language)
    {
        var english = All(Languages.Find("en")!);
        var other = All(Languages.Find(language)!);
        Assert.Equal(english.Keys.Order(), other.Keys.Order());
        foreach (var (name, sentence) in english)
        {
            Assert.False(string.IsNullOrWhiteSpace(other[name]), $"{language} has no words for {name}.");
            Assert.True(Blanks(sentence) == Blanks(other[name]), $"{language} fills {name} differently.");
        }
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void No_sentence_was_left_in_English(string language)
    {
        // Words that happen to be the same in both.
        string[] alike = ["E-mail", "Error: {0}"];
        var english = All(Languages.Find("en")!);
        var same = All(Languages.Find(language)!).Where(pair => english[pair.Key] == pair.Value && !alike.Contains(pair.Value)).Select(pair => pair.Key);
        Assert.Empty(same);
    }

    [Fact]
    public void Every_fault_and_every_status_has_words()
    {
        foreach (var texts in Languages.All)
        {
            Assert.All(Enum.GetValues<Fault>(), fault => Assert.NotEmpty(texts.Faults.Of(fault)));
            Assert.All(Enum.GetValues<PaymentStatus>(), status => Assert.NotEmpty(Results.Of(status, texts.Results).Saying.Title));
            Assert.All(Enum.GetValues<PaymentReason>(), reason => Assert.NotEqual("", texts.Reasons.Of(reason)));
        }
    }

    [Fact]
    public void A_lost_card_reads_like_any_refusal()
    {
        var texts = Languages.Find("en")!.Reasons;
        Assert.Equal(texts.Of(PaymentReason.Declined), texts.Of(PaymentReason.LostOrStolenCard));
        Assert.Equal((null, null), (texts.Of(PaymentReason.FatalDecline), texts.Of(PaymentReason.FraudDenied)));
    }

    [Theory]
    [InlineData(PaymentStatus.ChargedBack)]
    [InlineData(PaymentStatus.DisputeLost)]
    public void What_the_bank_took_back_the_merchant_did_not_return(PaymentStatus status) =>
        Assert.All(Languages.All, texts => Assert.NotEqual(texts.Results.Refunded, Results.Of(status, texts.Results).Saying));

    [Fact]
    public void An_error_of_the_provider_is_not_called_a_bank_that_was_not_reached() =>
        Assert.All(Languages.All, texts => Assert.NotEqual(texts.Reasons.NotSent, texts.Reasons.Of(PaymentReason.ProviderError)));

    [Theory]
    [InlineData("de", "ro", "es", "de")]
    [InlineData(null, "ro-RO", "es", "ro")]
    [InlineData(null, "uk-UA", "ru", "uk")]
    [InlineData("xx", "xx", "es", "es")]
    [InlineData(null, null, "fr, de-AT;q=0.8, es;q=0.9", "es")]
    [InlineData(null, null, "fr;q=1, *;q=0.5", "en")]
    [InlineData(null, null, "ar;q=0", "en")]
    [InlineData(null, null, "de;q=x, es;q=0.1", "es")]
    [InlineData(null, "DE_at", null, "de")]
    [InlineData(null, null, null, "en")]
    public void The_language_is_picked_asked_for_or_preferred(string? picked, string? asked, string? accepted, string language) =>
        Assert.Equal(language, Languages.Choose(picked, asked, accepted, Languages.All).Language);

    [Theory]
    [InlineData("de", null, null, "uk")]
    [InlineData("de", "es", "ru, en;q=0.5", "en")]
    [InlineData("en", null, "uk", "en")]
    [InlineData(null, null, null, "uk")]
    public void Where_the_languages_are_limited_it_is_one_of_them(string? picked, string? asked, string? accepted, string language) =>
        Assert.Equal(language, Languages.Choose(picked, asked, accepted, Languages.Among(["uk", "en"])).Language);

    private static string Blanks(string sentence) => string.Join(' ', Regex.Matches(sentence, @"\{\d\}").Select(match => match.Value).Distinct().Order());

    private static Dictionary<string, string> All(object texts, string path = "") => texts.GetType()
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.Name is not (nameof(PageTexts.Language) or nameof(PageTexts.OwnName) or nameof(PageTexts.Direction)) && property.GetIndexParameters().Length == 0)
        .Where(property => property.PropertyType == typeof(string) || property.PropertyType.Namespace == typeof(PageTexts).Namespace)
        .SelectMany(property => property.GetValue(texts) is string text ? [new(path + property.Name, text)] : All(property.GetValue(texts)!, path + property.Name + ".").AsEnumerable())
        .ToDictionary(pair => pair.Key, pair => pair.Value);
}
