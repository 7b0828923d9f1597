using System.Text;
using Checkout.Core.Cards;
using Checkout.Core.Desk;
using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Shoppers;
using Checkout.Core.Upstream;
using Checkout.Tests.Connectors;
using Checkout.Tests.Core;
using Checkout.Web.Pages.Pay.Form;
using Checkout.Web.Pages.Pay.Words;

namespace Checkout.Tests.Pages.Pay;

public sealed class CardFormReaderTests
{
    private const string Good = "card-number=4111+1111+1111+1111&card-expiry=05/31&card-holder=Ana+Pop&security-code=123";

    private static readonly BrowserFacts Browser = new() { Address = "192.0.2.7", UserAgent = "Browser/1.0" };

    private readonly TestClock _clock = new();

    [Fact]
    public void A_whole_card_becomes_an_entry()
    {
        using var read = Read(Good);
        Assert.Empty(read.Faults);
        Assert.Equal(("1111", "05/31", "Ana Pop", 3), (read.Entry!.Typed!.Number.Last4, read.Entry.Typed.Expiry.Printed, read.Entry.Typed.Holder, read.Entry.Version));
        Assert.False(read.Entry.Keep);
        Assert.Null(read.Entry.Consent);
    }

    [Theory]
    [InlineData("card-number", "", Fault.NumberMissing)]
    [InlineData("card-number", "four", Fault.NumberUnreadable)]
    [InlineData("card-number", "41111", Fault.NumberLength)]
    [InlineData("card-number", "4111111111111112", Fault.NumberMistyped)]
    [InlineData("card-number", "55555555555544440", Fault.NumberLength)]
    [InlineData("card-expiry", "", Fault.ExpiryMissing)]
    [InlineData("card-expiry", "13/99", Fault.ExpiryUnreadable)]
    [InlineData("card-expiry", "4111111111111111", Fault.ExpiryUnreadable)]
    [InlineData("card-expiry", "02/26", Fault.ExpiryPast)]
    [InlineData("card-holder", "", Fault.HolderMissing)]
    [InlineData("card-holder", "123", Fault.HolderIsNoName)]
    [InlineData("card-holder", "4111 1111 1111 1111", Fault.HolderIsNoName)]
    [InlineData("security-code", "", Fault.CodeMissing)]
    [InlineData("security-code", "+", Fault.CodeMissing)]
    [InlineData("security-code", "12", Fault.CodeWantsThree)]
    [InlineData("security-code", "1234", Fault.CodeWantsThree)]
    [InlineData("security-code", "abc", Fault.CodeWantsThree)]
    public void One_wrong_field_is_named(string field, string value, Fault fault)
    {
        using var read = Read(With(field, value));
        Assert.Null(read.Entry);
        Assert.Equal(fault, read.Faults[0]);
        Assert.Equal(field, Faults.FieldOf(fault));
    }

    [Theory]
    [InlineData(Dialect.Cardgate, false, Fault.NumberIsForTests)]
    [InlineData(Dialect.Cardgate, true, null)]
    [InlineData(Dialect.Smart2Pay, false, null)]
    public void A_number_for_tests_pays_nothing_in_earnest(Dialect dialect, bool isTest, Fault? fault)
    {
        using var read = Read(With("card-number", "5519283812030000"), Turn() with { Payment = Some.Payment() with { Dialect = dialect, IsTest = isTest } });
        Assert.Equal(fault is null ? [] : [fault.Value], read.Faults);
    }

    [Theory]
    [InlineData(Dialect.Cardgate, "4302912837020000", true)]
    [InlineData(Dialect.Cardgate, "4111111111111111", false)]
    [InlineData(Dialect.Smart2Pay, "4302912837020000", false)]
    public void Only_the_published_numbers_are_not_held_to_their_dates(Dialect dialect, string number, bool isTaken)
    {
        using var read = Read(With("card-number", number).Replace("05/31", "01/25", StringComparison.Ordinal), Turn() with { Payment = Some.Payment() with { Dialect = dialect, IsTest = true } });
        Assert.Equal(isTaken ? [] : [Fault.ExpiryPast], read.Faults);
    }

    [Fact]
    public void The_other_dialect_is_told_no_address_that_its_merchant_did_not_send()
    {
        using var here = Read(Good, Turn() with { Payment = Some.Payment() with { Dialect = Dialect.Cardgate } });
        using var there = Read(Good, Turn() with { Payment = Some.Payment() with { Dialect = Dialect.Smart2Pay } });
        Assert.Equal(("192.0.2.7", null), (here.Entry!.Address, there.Entry!.Address));
    }

    [Fact]
    public void Where_the_provider_collects_the_card_it_is_told_of_no_browser()
    {
        using var here = Read(Good);
        using var there = Read("pay=1", Turn() with { Entry = CardEntry.Theirs, NewCardEntry = CardEntry.Theirs });
        Assert.Equal((Browser, BrowserFacts.None), (here.Entry!.Browser, there.Entry!.Browser));
    }

    [Fact]
    public void All_faults_are_named_at_once_in_the_order_of_the_page()
    {
        using var read = Read("");
        Assert.Equal([Fault.NumberMissing, Fault.ExpiryMissing, Fault.HolderMissing, Fault.CodeMissing], read.Faults);
    }

    [Theory]
    [InlineData("2026-06-01T11:59:59Z", true)]
    [InlineData("2026-06-01T12:00:00Z", false)]
    public void A_card_is_good_until_its_month_is_over_everywhere(string now, bool good)
    {
        _clock.Pass(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture) - _clock.GetUtcNow());
        using var read = Read(With("card-expiry", "05/26"));
        Assert.Equal(good, read.Entry is not null);
    }

    [Fact]
    public void American_Express_wants_four_digits()
    {
        using var three = Read(With("card-number", "378282246310005"));
        Assert.Equal([Fault.CodeWantsFour], three.Faults);
    }

    [Theory]
    [InlineData(true, false, "&save-card=1", ConsentGiver.Shopper)]
    [InlineData(true, false, "", null)]
    [InlineData(true, true, "", ConsentGiver.Merchant)]
    [InlineData(false, false, "&save-card=1", null)]
    [InlineData(false, true, "", null)]
    public void A_card_is_kept_only_with_somebodys_consent(bool asked, bool attested, string box, ConsentGiver? giver)
    {
        using var read = Read(Good + box, Turn() with
        {
            Payment = Some.Payment() with { KeepCard = asked },
            Merchant = Shop with { Settings = new() { AttestsConsent = attested } },
        });
        Assert.Equal(giver is not null, read.Entry!.Keep);
        Assert.Equal(giver, read.Entry.Consent?.Giver);
        if (giver is not null) Assert.Equal(("en", "192.0.2.7"), (read.Entry.Consent!.Language, read.Entry.Consent.Address));
    }

    [Theory]
    [InlineData("saved-card=1&security-code=123", null)]
    [InlineData("saved-card=2&security-code=1234", null)]
    [InlineData("saved-card=2&security-code=123", Fault.CodeWantsFour)]
    [InlineData("saved-card=3&security-code=123", Fault.CardIsExpired)]
    [InlineData("saved-card=99&security-code=123", Fault.CardNotChosen)]
    [InlineData("security-code=123", Fault.CardNotChosen)]
    [InlineData("saved-card=1", Fault.CodeMissing)]
    public void A_saved_card_wants_its_own_code(string body, Fault? fault)
    {
        using var read = Read(body, Turn(Card(1, Brand.Visa, "31"), Card(2, Brand.Amex, "31"), Card(3, Brand.Visa, "20")));
        Assert.Equal(fault is null ? [] : [fault.Value], read.Faults);
        Assert.Null(read.Entry?.Typed);
    }

    [Fact]
    public void The_given_card_is_taken_whatever_was_posted_and_however_old_it_is()
    {
        var turn = Turn(Card(1, Brand.Visa, "20")) with { Payment = Some.Payment(need: CardNeed.SecurityCode) };
        using var read = Read(Good + "&saved-card=99", turn);
        Assert.Equal((1L, null), (read.Entry!.SavedCard!.Value, read.Entry.Typed));
    }

    [Fact]
    public void A_Latin_American_currency_asks_for_what_the_merchant_did_not_say()
    {
        var brazil = Turn() with { Payment = Some.Payment() with { Amount = new Amount(100, Currency.Of("BRL")) } };
        using var missing = Read(Good, brazil);
        Assert.Equal([Fault.EmailMissing, Fault.DocumentMissing, Fault.CountryMissing], missing.Faults);
        using var wrong = Read(Good + "&email=ana&document=1&country=XX", brazil);
        Assert.Equal([Fault.EmailUnreadable, Fault.CountryMissing], wrong.Faults);
        using var full = Read(Good + "&email=ana@example.com&document=12345678909&country=BR", brazil);
        Assert.Equal(("ana@example.com", "12345678909", "BR"), (full.Entry!.Added!.Email, full.Entry.Added.SocialSecurityNumber, full.Entry.AddedBilling!.Country));
    }

    [Theory]
    [InlineData("4111+1111+1111+1111", "4111111111111111")]
    [InlineData("4111111111111111@x.example", "RG+4111-1111-1111-1111")]
    public void A_card_number_in_the_wrong_field_is_refused_and_not_shown_again(string email, string document)
    {
        var brazil = Turn() with { Payment = Some.Payment() with { Amount = new Amount(100, Currency.Of("BRL")) } };
        var body = $"{Good}&email={email}&document={document}&country=BR";
        using var read = Read(body, brazil);
        Assert.Equal([Fault.EmailIsCard, Fault.DocumentIsCard], read.Faults);
        using var form = PostedForm.Parse(Encoding.UTF8.GetBytes(body));
        Assert.Equal(("", ""), (CardInput.Of(form).Email, CardInput.Of(form).Document));
    }

    [Fact]
    public void The_tax_number_of_a_company_is_taken()
    {
        var brazil = Turn() with { Payment = Some.Payment() with { Amount = new Amount(100, Currency.Of("BRL")) } };
        using var read = Read(Good + "&email=ana@example.com&document=11.222.333/0001-81&country=BR", brazil);
        Assert.Equal("11.222.333/0001-81", read.Entry!.Added!.SocialSecurityNumber);
    }

    [Fact]
    public void Nothing_that_could_be_a_card_number_is_shown_again()
    {
        using var form = PostedForm.Parse("card-number=4111111111111111&card-holder=4111111111111111&card-expiry=4111111111111111&email=4111111111111111@x&security-code=123"u8);
        Assert.Equal(CardInput.Empty, CardInput.Of(form));
    }

    [Fact]
    public void The_card_is_wiped_when_the_answer_is_known()
    {
        var read = Read(Good);
        var (number, code) = (read.Entry!.Typed!.Number, read.Entry.Code!);
        read.Dispose();
        Assert.DoesNotContain(number.Reveal().ToArray(), c => c != '\0');
        Assert.DoesNotContain(code.Reveal().ToArray(), c => c != '\0');
    }

    private static readonly Merchant Shop = new() { Id = 7, Name = "Shop" };

    private static Turn Turn(params SavedCard[] cards) => new(Some.Payment() with { KeepCard = false }, Shop, cards, CardEntry.Ours, new string('A', 32), HidesCards: false);

    private static SavedCard Card(long number, Brand brand, string year) => new()
    {
        Merchant = 7,
        Number = number,
        Check = 1,
        MadeIn = Dialect.Link,
        Face = Some.Face with { Brand = brand, Expiry = Expiry.TryRead("05", year, out var expiry) ? expiry : throw new InvalidOperationException() },
        State = SavedCardState.Active,
        Fingerprint = [],
        Created = Some.Now,
    };

    private static string With(string field, string value) =>
        string.Join('&', Good.Split('&').Where(pair => !pair.StartsWith(field + "=", StringComparison.Ordinal)).Append($"{field}={value}"));

    private CardFormResult Read(string body, Turn? turn = null)
    {
        turn ??= Turn();
        using var form = PostedForm.Parse(Encoding.UTF8.GetBytes(body));
        return new CardFormReader(_clock).Read(form, turn, FormKinds.Of(turn, otherCard: false), Languages.Find("en")!, Browser);
    }
}
