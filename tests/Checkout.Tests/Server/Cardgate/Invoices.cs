using Checkout.Core.Chance;
using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>A payment of the Cardgate dialect and the names a browser knows it by.</summary>
internal sealed record Invoice(Payment Payment, string Session, string Name);

/// <summary>Payments as the Cardgate dialect makes them, without the API before them.</summary>
internal static class Invoices
{
    public static async Task<Invoice> OpenInvoiceAsync(this RunningCheckout checkout, Func<PaymentOrder, PaymentOrder>? change = null, CardMeans? means = null)
    {
        var random = checkout.Services.GetRequiredService<IRandomSource>();
        var (session, name) = ("cgi_" + random.Alphanumeric(16), "cpi_" + random.Alphanumeric(16));
        var order = new PaymentOrder
        {
            Merchant = checkout.Services.GetRequiredService<IMerchants>().Find(1010)!,
            Dialect = Dialect.Cardgate,
            IsTest = true,
            Reference = Orders.NewReference("invoice"),
            Amount = new Amount(2599, Currency.Of("EUR")),
            CaptureNow = true,
            KeepCard = true,
            ReturnUrl = Orders.ReturnUrl,
            LinkLifetime = TimeSpan.FromHours(1),
            PublicIds = [session, name],
        };
        var taken = await checkout.Services.GetRequiredService<TakePayment>().RunAsync(change?.Invoke(order) ?? order, means ?? new CardMeans.None());
        return new Invoice(taken.Payment ?? throw new Xunit.Sdk.XunitException($"Refused: {taken.Refusal}"), session, name);
    }
}
