using System.Globalization;
using Checkout.Core.Merchants;
using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Web.Dialects.Cardgate;
using Checkout.Web.Hosting.Workers.Posting;

namespace Checkout.Web.Commands;

/// <summary><c>merchant resend</c>: what was given up goes out again, or one payment is told once more (spec/cardgate.md §15).</summary>
internal static class ResendCommand
{
    public static async Task<int> RunAsync(Arguments args)
    {
        var (site, since, payment) = (args.NeededNumber("site"), SinceOf(args), args.Text("payment"));
        if (payment is not null && since is not null) throw new CommandRefusedException("--payment tells one payment whenever it was told last. Leave --since out.");
        await using var office = await MerchantOffice.OpenAsync(args.Settings);
        var merchant = await office.FoundAsync(site);
        Console.WriteLine(payment is null ? await SendGivenUpAsync(office, site, since ?? DateTimeOffset.MinValue) : await TellAsync(office, merchant.Merchant, payment));
        return 0;
    }

    private static DateTimeOffset? SinceOf(Arguments args)
    {
        if (args.Text("since") is not { } text) return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var since)
            ? since
            : throw new CommandRefusedException($"--since is a day or a time in UTC, such as 2026-11-30 or 2026-11-30T08:00, not \"{text}\".");
    }

    /// <summary>Notices and callbacks that nobody took in all their tries, or that the merchant's server wanted no more of.</summary>
    private static async Task<string> SendGivenUpAsync(MerchantOffice office, int site, DateTimeOffset since)
    {
        var count = await office.Notices.ResendAsync(site, since, office.Clock.GetUtcNow());
        return count == 0 ? $"Merchant {site} has no notice that was given up." : $"{count} given-up {(count == 1 ? "notice" : "notices")} of merchant {site} go out again; a running server sends them within a second.";
    }

    /// <summary>A fresh notice of the payment, also where all were taken. Like any other it tells the state at the time it is sent.</summary>
    private static async Task<string> TellAsync(MerchantOffice office, Merchant merchant, string name)
    {
        var payment = await FindAsync(office, merchant.Id, name) ?? throw new CommandRefusedException(await NotFoundAsync(office, merchant.Id, name));
        var now = office.Clock.GetUtcNow();
        var news = NoticeRules.About(payment).Notice with { Created = now, NextAt = now };
        var told = NoticeRoute.Of(payment, merchant.Settings);
        if (WhyNot(told, news, payment, merchant) is { } why) throw new CommandRefusedException(why);
        await office.Payments.CommitAsync([new Write.NewNotice(news)]);
        return $"Payment {payment.Number} of merchant {merchant.Id} is told once more, in the {told} dialect and as it stands; a running server sends it within a second, or after what is still to be told of it.";
    }

    private static async ValueTask<Payment?> FindAsync(MerchantOffice office, int site, string name)
    {
        if (await office.Payments.FindByPublicIdAsync(name) is { } made) return made.Merchant == site && CardgateNotes.Of(made)?.Invoice == name ? made : null;
        return office.Names.TryReadInvoice(site, name, out var number) ? await office.Payments.FindAsync(site, number) : null;
    }

    private static async Task<string> NotFoundAsync(MerchantOffice office, int site, string name)
    {
        if (long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && await office.Payments.FindPayoutAsync(site, number) is not null)
            return $"{name} is a payout of merchant {site}, and only payments are told once more. What was given up about it goes out with: merchant resend --site {site}";
        return $"Merchant {site} has no payment {name}. --payment is a payment's number, which is its ID in the Smart2Pay dialect, or the name of its invoice, cpi_….";
    }

    /// <summary>Why nothing would go out; null: it would.</summary>
    private static string? WhyNot(Dialect told, Notice news, Payment payment, Merchant merchant)
    {
        var settings = merchant.Settings;
        if ((told == Dialect.Cardgate ? payment.Details.CallbackUrl ?? settings.CallbackUrl : settings.NotificationUrl) is null)
            return $"There is nobody to tell: merchant {merchant.Id} has no NotificationUrl and no CallbackUrl. Set one with: merchant set --site {merchant.Id} CallbackUrl=…";
        if (!NoticeRoute.Tells(told, news, payment, merchant) || (told != Dialect.Cardgate && payment.Purpose == PaymentPurpose.CardCheck))
            return $"Merchant {merchant.Id} hears of payment {payment.Number} in the {told} dialect, which has no words for it as it stands.";
        if (told == Dialect.Cardgate && settings.CallbackOnlyFinal && !CardgateStatus.IsFinal(CardgateStatus.Of(payment.Status)))
            return $"Merchant {merchant.Id} hears of ends only (CallbackOnlyFinal), and payment {payment.Number} has not come to one.";
        return null;
    }
}
