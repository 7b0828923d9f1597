using Checkout.Connectors.Simulator;
using Checkout.Core.Cards;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Cardgate;

namespace Checkout.Tests.Dialects.Cardgate;

/// <summary>The tables of words: statuses, resolutions, masks.</summary>
public sealed class WordTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 15, 9, 30, 0, TimeSpan.Zero);

    /// <summary>What each reason is called.</summary>
    public static TheoryData<PaymentReason, string> Reasons { get; } = new()
    {
        { PaymentReason.None, "ok" }, { PaymentReason.Declined, "declined" }, { PaymentReason.InsufficientFunds, "insufficient_funds" }, { PaymentReason.PartialApproval, "insufficient_funds" },
        { PaymentReason.WrongSecurityCode, "invalid_cvv" }, { PaymentReason.CardExpired, "card_expired" }, { PaymentReason.AuthenticationFailed, "client_auth_failed" },
        { PaymentReason.AuthenticationNeeded, "auth_3ds_required" }, { PaymentReason.InvalidCard, "invalid_card" }, { PaymentReason.LostOrStolenCard, "lost_or_stolen_card" },
        { PaymentReason.LimitExceeded, "limit_violation" }, { PaymentReason.FraudDenied, "antifraud_error" }, { PaymentReason.FraudChallenged, "antifraud_error" },
        { PaymentReason.ReviewRejected, "antifraud_error" }, { PaymentReason.CancelledByShopper, "general_decline" }, { PaymentReason.TooManyTries, "card_usage_limit_violation" },
        { PaymentReason.LinkExpired, "transaction_expired" }, { PaymentReason.TokenLimitReached, "card_usage_limit_violation" }, { PaymentReason.TokenNotAvailable, "fatal_invalid_card" },
        { PaymentReason.CaptureWillRetry, "ok" }, { PaymentReason.CaptureTimedOut, "fatal_timeout" }, { PaymentReason.AmountMismatch, "unable_to_reconcile" },
        { PaymentReason.LateCharge, "unable_to_reconcile" }, { PaymentReason.NeverSent, "provider_error" }, { PaymentReason.RefundExceedsCaptured, "invalid_amount" },
        { PaymentReason.CaptureExceedsHeld, "invalid_amount" }, { PaymentReason.ProviderError, "provider_error" },
        { PaymentReason.FatalDecline, "fatal_decline" }, { PaymentReason.FatalError, "fatal_error" }, { PaymentReason.NotPermitted, "functionality_is_not_permitted" },
    };

    /// <summary>Both published lists of words (§7.3).</summary>
    private static readonly string[] Published =
    [
        .. """
        ok auth_3ds_required auth_otp_required auth_fatal_error client_auth_failed invalid_3ds_code invalid_otp_code invalid_otp card_3ds_enrolled card_not_3ds_enrolled card_is_3ds_enrolled
        card_is_not_3ds_enrolled unable_to_determine_3ds_enrolment insufficient_funds card_expired invalid_expire_date invalid_cvv invalid_pan invalid_pin invalid_cardholder invalid_card
        fatal_invalid_card invalid_card_type card_type_not_supported invalid_card_status card_lost card_stolen lost_or_stolen_card card_blocked_by_invalid_pin card_restricted
        card_restricted_by_acquirer card_usage_limit_violation card_usage_issuer_limit_violation limit_violation card_verification_failed customer_blocked antifraud_error issuer_decline
        declined general_decline fatal_decline invalid_amount invalid_details invalid_request invalid_credentials functionality_is_not_permitted access_denied duplicated_transaction
        transaction_expired fatal_timeout forced_captured no_routes_by_condition provider_error provider_fatal_error fatal_error general_fatal_error error unknown unable_to_reconcile
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    [Theory]
    [InlineData(PaymentStatus.Open, "process_pending")]
    [InlineData(PaymentStatus.Submitting, "process_pending")]
    [InlineData(PaymentStatus.AwaitingShopper, "process_pending")]
    [InlineData(PaymentStatus.AwaitingReview, "process_pending")]
    [InlineData(PaymentStatus.Unknown, "process_pending")]
    [InlineData(PaymentStatus.Authorized, "process_pending")]
    [InlineData(PaymentStatus.CaptureRequested, "processing")]
    [InlineData(PaymentStatus.QueuedForCapture, "processing")]
    [InlineData(PaymentStatus.Captured, "processed")]
    [InlineData(PaymentStatus.PartiallyCaptured, "partially_processed")]
    [InlineData(PaymentStatus.CancelRequested, "process_pending")]
    [InlineData(PaymentStatus.QueuedForCancel, "process_pending")]
    [InlineData(PaymentStatus.Cancelled, "terminated")]
    [InlineData(PaymentStatus.Reversed, "terminated")]
    [InlineData(PaymentStatus.Failed, "process_failed")]
    [InlineData(PaymentStatus.Expired, "expired")]
    [InlineData(PaymentStatus.PartiallyRefunded, "partially_refunded")]
    [InlineData(PaymentStatus.Refunded, "refunded")]
    [InlineData(PaymentStatus.Disputed, "processed")]
    [InlineData(PaymentStatus.DisputeWon, "processed")]
    [InlineData(PaymentStatus.DisputeLost, "charged_back")]
    [InlineData(PaymentStatus.ChargedBack, "charged_back")]
    [InlineData(PaymentStatus.Verified, "verified")]
    [InlineData(PaymentStatus.VerifyFailed, "verify_failed")]
    [InlineData(PaymentStatus.NeedsOperator, "process_error")]
    public void Every_status_has_its_word(PaymentStatus status, string word) => Assert.Equal(word, CardgateStatus.Of(status));

    [Theory]
    [InlineData(0, PaymentPurpose.Purchase, "expired")]
    [InlineData(1, PaymentPurpose.Purchase, "process_failed")]
    [InlineData(0, PaymentPurpose.CardCheck, "expired")]
    [InlineData(1, PaymentPurpose.CardCheck, "verify_failed")]
    public void Whoever_submitted_a_card_has_not_merely_let_the_time_pass(int attempts, PaymentPurpose purpose, string word)
    {
        var lapsed = Payment(PaymentStatus.Expired) with { Attempts = attempts, Purpose = purpose };
        Assert.Equal(word, CardgateStatus.Of(View(PaymentStatus.Expired) with { Payment = lapsed }));
        Assert.Contains(PaymentStatus.Expired, CardgateStatus.Behind(word));
    }

    [Fact]
    public void A_refund_that_runs_or_failed_shows_on_the_invoice()
    {
        Assert.Equal("refund_pending", CardgateStatus.Of(View(PaymentStatus.Captured) with { Payment = Payment(PaymentStatus.Captured) with { RefundOpenMinor = 5 } }));
        Assert.Equal("refund_failed", CardgateStatus.Of(View(PaymentStatus.Captured, Refund(1, RefundState.Done), Refund(2, RefundState.Failed))));
        Assert.Equal("processed", CardgateStatus.Of(View(PaymentStatus.Captured, Refund(1, RefundState.Failed) with { Attempt = null })));
        Assert.Equal("partially_refunded", CardgateStatus.Of(View(PaymentStatus.PartiallyRefunded, Refund(1, RefundState.Failed), Refund(2, RefundState.Done))));
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Reasons_have_published_words(PaymentReason reason, string word) => Assert.Equal(word, CardgateResolutions.Of(reason));

    [Fact]
    public void Every_reason_is_in_the_table_and_every_word_we_say_is_published()
    {
        Assert.Equal(Enum.GetValues<PaymentReason>().Order(), Reasons.Select(row => (PaymentReason)row[0]).Order());
        Assert.Empty(CardgateResolutions.All.Except(Published));
    }

    [Fact]
    public void Every_row_of_the_test_cards_has_its_published_word()
    {
        foreach (var row in Fates.Expiries)
        {
            var failed = View(PaymentStatus.Failed) with { Payment = Payment(PaymentStatus.Failed) with { Reason = row.Reason, Card = Face("4302912837020000", row.Expiry) } };
            Assert.Equal(row.Resolution, CardgateResolutions.Of(failed));
        }
    }

    [Fact]
    public void The_word_of_a_test_card_is_for_tests_and_its_own_failure_only()
    {
        var card = Face("4302912837020000", "05/29");
        var failed = Payment(PaymentStatus.Failed) with { Card = card, Reason = PaymentReason.AuthenticationFailed };
        Assert.Equal("client_auth_failed", CardgateResolutions.Of(View(PaymentStatus.Failed) with { Payment = failed }));
        Assert.Equal("provider_error", CardgateResolutions.Of(View(PaymentStatus.Failed) with { Payment = failed with { IsTest = false, Reason = PaymentReason.ProviderError } }));
        Assert.Equal("provider_error", CardgateResolutions.Of(View(PaymentStatus.Failed) with { Payment = failed with { Card = card with { First6 = "", Last4 = "" }, Reason = PaymentReason.ProviderError } }));
    }

    [Fact]
    public void What_goes_on_or_went_well_is_ok_and_says_no_more()
    {
        foreach (var status in new[] { PaymentStatus.Open, PaymentStatus.AwaitingShopper, PaymentStatus.Captured, PaymentStatus.Refunded, PaymentStatus.Unknown })
            Assert.Equal("ok", CardgateResolutions.Of(View(status) with { Payment = Payment(status) with { Reason = PaymentReason.Declined } }));
        Assert.Null(CardgateResolutions.Message("ok"));
        Assert.Equal("Insufficient funds", CardgateResolutions.Message("insufficient_funds"));
    }

    [Theory]
    [InlineData("5123817234060000", "512381******0000")]
    [InlineData("378282246310005", "378282*****0005")]
    [InlineData("4000000000000000006", "400000*********0006")]
    [InlineData("4222222222222", "422222***2222")]
    [InlineData("676770000005", "676770**0005")]
    public void A_mask_has_an_asterisk_for_each_hidden_digit(string number, string mask) => Assert.Equal(mask, PayloadWriter.MaskOf(Face(number, "12/32")));

    [Theory]
    [InlineData("4000000000000000006", "400000******0006")]
    [InlineData("378282246310005", "378282*****0005")]
    [InlineData("36700102000000", "367001****0000")]
    public void A_mask_of_a_card_whose_length_was_not_written_down_has_the_usual_one(string number, string mask) =>
        Assert.Equal(mask, PayloadWriter.MaskOf(Face(number, "12/32") with { Length = null }));

    private static CardFace Face(string digits, string expiry)
    {
        Assert.True(CardNumber.TryRead(digits, out var number, out _));
        Assert.True(Expiry.TryReadTyped(expiry, out var until));
        using var card = new TypedCard(number, until, "ANN POE");
        return CardFace.Of(card);
    }

    private static InvoiceView View(PaymentStatus status, params Refund[] refunds) =>
        new(Payment(status), new CardgateNotes { Invoice = "cpi_a", Session = "cgi_a", Account = "coma_a", Service = "payment_card_usd_hpp" }, [], refunds, null, null);

    private static Refund Refund(long number, RefundState state) => new()
    {
        Merchant = 1010, Number = number, Payment = 300001, Reference = $"300001.r{number}", Amount = new Amount(5, Currency.Of("USD")), State = state, Attempt = 2, Created = Now,
    };

    private static Payment Payment(PaymentStatus status) => new()
    {
        Merchant = 1010, Number = 300001, Dialect = Dialect.Cardgate, IsTest = true, Reference = "r", Amount = new Amount(1050, Currency.Of("USD")), Status = status,
        Version = 2, LinkCheck = 7, Created = Now, Changed = Now,
    };
}
