using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Core.Merchants;

/// <summary>What an operator can set for a merchant with <c>merchant set</c>. Every part has a default that is safe to leave.</summary>
public sealed record MerchantSettings
{
    /// <summary>Whether the merchant may do anything here. Switched off, its keys open nothing and no page of it takes a payment; what was begun ends as it must, and is told.</summary>
    public bool Active { get; init; } = true;

    /// <summary>Where notices go; null: nowhere.</summary>
    public string? NotificationUrl { get; init; }

    /// <summary>Where callbacks about Cardgate payments go that name no address of their own; null: nowhere.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>Currency codes this merchant takes; empty: all.</summary>
    public IReadOnlyList<string> Currencies { get; init; } = [];

    /// <summary>The least and the most a payment may come to, at most one limit for each currency.</summary>
    public IReadOnlyList<AmountLimit> AmountLimits { get; init; } = [];

    /// <summary>What the merchant pays for its payments, at most one fee for each currency; none elsewhere.</summary>
    public IReadOnlyList<Fee> Fees { get; init; } = [];

    /// <summary>How many payments one token may make; 0: no limit.</summary>
    public int TokenLimit { get; init; }

    /// <summary>Ask for 3-D Secure when a request does not say.</summary>
    public bool ThreeDSecure { get; init; }

    /// <summary>In which generation's words a bank that is the simulator's asks for the shopper.</summary>
    public ChallengeShape Challenges { get; init; }

    /// <summary>Capture at once when a request does not say.</summary>
    public bool Capture { get; init; }

    /// <summary>Whether answers carry the result of the fraud check.</summary>
    public bool FraudCheck { get; init; } = true;

    /// <summary>Custom URL schemes that ReturnURLs may use, for merchants with an app (<c>myshop</c>).</summary>
    public IReadOnlyList<string> ReturnSchemes { get; init; } = [];

    /// <summary>Hosts that ReturnURLs may name; empty: any.</summary>
    public IReadOnlyList<string> ReturnHosts { get; init; } = [];

    /// <summary>Allow plain http ReturnURLs outside the sandbox.</summary>
    public bool HttpReturn { get; init; }

    /// <summary>The merchant attests that shoppers agreed to keep their card: the page shows a sentence instead of a box.</summary>
    public bool AttestsConsent { get; init; }

    /// <summary>Origins from which card authentication may be called in a browser; empty: any.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary>Origins whose pages may hold the card page in a frame; empty: none.</summary>
    public IReadOnlyList<string> FrameOrigins { get; init; } = [];

    /// <summary>How the merchant wants the shopper's pages; null: as we have them.</summary>
    public PageWishes? Page { get; init; }

    /// <summary>Whether the result page leads back to the shop by itself. If not, it waits for the shopper to press its button.</summary>
    public bool AutoReturn { get; init; } = true;

    /// <summary>At the end the shopper goes back at once, without our result page, unless a payment says otherwise.</summary>
    public bool SkipsResult { get; init; }

    /// <summary>In a sandbox: the scenario that the simulator plays for payments that name none; null: none.</summary>
    public string? Scenario { get; init; }

    /// <summary>What becomes of a charge that turns up after its payment was given up.</summary>
    public LateCharge LateCharge { get; init; }

    /// <summary>Whether the merchant may pay out to cards. In a sandbox everybody may.</summary>
    public bool Payouts { get; init; }

    /// <summary>What may be paid out in a day (UTC), in minor units of each currency; 0: no limit.</summary>
    public long PayoutDailyLimit { get; init; }

    /// <summary>In the Cardgate dialect: callbacks tell of ends only.</summary>
    public bool CallbackOnlyFinal { get; init; }

    /// <summary>In the Cardgate dialect: how often a callback is tried that is not taken (1 to 100).</summary>
    public int CallbackTries { get; init; } = NoticeSchedule.MostCardgateTries;

    /// <summary>In the Cardgate dialect: the minutes between its first two tries (1 to 60); between the next two it is twice that, and so on.</summary>
    public int CallbackMinutes { get; init; } = 1;

    /// <summary>In the Cardgate dialect: callbacks say nothing of the card but its token.</summary>
    public bool CallbackHidesCard { get; init; }

    /// <summary>In the Cardgate dialect: every card is kept that a shopper pays with whom the merchant names.</summary>
    public bool TokenizeAll { get; init; }

    /// <summary>In the Cardgate dialect: where an invoice names a card, the shopper may pay with another one all the same.</summary>
    public bool OtherCard { get; init; } = true;

    /// <summary>In the Cardgate dialect: the page lists the cards that a shopper keeps with the merchant.</summary>
    public bool RememberedCards { get; init; } = true;

    /// <summary>In the Cardgate dialect: how many cards may be tried for an invoice that does not say (1 to 100); null: as many as the server lets.</summary>
    public int? PageTries { get; init; }

    /// <summary>How long an invoice of the Cardgate dialect can be paid that does not say, in minutes (1 to 1440).</summary>
    public int InvoiceMinutes { get; init; } = 60;

    /// <summary>Where shoppers of the Cardgate dialect go back to when the payment does not say.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>The same by outcome; these win over <see cref="ReturnUrl"/>.</summary>
    public ReturnUrls? ReturnUrls { get; init; }

    /// <summary>In the Cardgate dialect: the way back says which payment it was and how it stands. It proves nothing.</summary>
    public bool ReturnContext { get; init; }

    /// <summary>In the Cardgate dialect: no invoice can be paid before the merchant has accepted it.</summary>
    public bool ModeratesInvoices { get; init; }

    /// <summary>In the Cardgate dialect: an invoice may say what stands on the shopper's statement. If not, what it says of that is passed over.</summary>
    public bool OverwritesDescriptor { get; init; }

    /// <summary>In the Cardgate dialect: a refund request that does not show its generation is of the old one, which is answered with the invoice.</summary>
    public bool OldRefunds { get; init; }

    /// <summary>Whether anybody may open payments with the merchant's public key, by link or from its pages. In a sandbox everybody may.</summary>
    public bool PublicPayments { get; init; }

    /// <summary>The merchant's accounts in the Cardgate dialect. They share its keys and its references.</summary>
    public IReadOnlyList<CardgateAccount> Cardgate { get; init; } = [];
}
