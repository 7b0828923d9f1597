using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Refuses requests: gives each a number, writes down its codes for the operator, and echoes it in the shape of its resource.</summary>
public sealed class InvalidRequests(INumbers numbers, ILogger<InvalidRequests> log)
{
    private static readonly ReturnCode[] NoSuchPayment = [ReturnCode.InvalidPayment];
    private static readonly ReturnCode[] NoSuchToken = [ReturnCode.Token];

    public static Answer PaymentNotFound { get; } = new(404, new PaymentEcho(null, null, NoSuchPayment).Write());

    public static Answer CaptureNotFound { get; } = new(404, CaptureEcho.Of(NoSuchPayment));

    public static Answer RefundNotFound { get; } = new(404, new RefundEcho(null, null, NoSuchPayment).Write());

    public static Answer PayoutNotFound { get; } = new(404, new PayoutEcho(null, null, NoSuchPayment).Write());

    public static Answer TokenNotFound { get; } = new(404, CardCheckWriter.Echo(null, NoSuchToken, asked: null));

    public async ValueTask<Answer> PaymentAsync(Merchant merchant, IReadOnlyList<ReturnCode> reasons, AskedPayment? asked = null, Payment? stands = null) =>
        new(400, new PaymentEcho(merchant.Id, await NumberAsync(merchant, reasons), reasons, asked, stands).Write());

    public async ValueTask<Answer> RefundAsync(Merchant merchant, IReadOnlyList<ReturnCode> reasons, AskedRefund? asked = null, Payment? payment = null) =>
        new(400, new RefundEcho(merchant.Id, await NumberAsync(merchant, reasons), reasons, asked, payment).Write());

    public async ValueTask<Answer> PayoutAsync(Merchant merchant, IReadOnlyList<ReturnCode> reasons, AskedPayout? asked) =>
        new(400, new PayoutEcho(merchant.Id, await NumberAsync(merchant, reasons), reasons, asked).Write());

    public async ValueTask<Answer> CardAsync(Merchant merchant, IReadOnlyList<ReturnCode> reasons, AskedCardCheck? asked = null) =>
        new(400, CardCheckWriter.Echo(await NumberAsync(merchant, reasons), reasons, asked));

    private async ValueTask<long> NumberAsync(Merchant merchant, IReadOnlyList<ReturnCode> reasons)
    {
        var number = await numbers.NextAsync(merchant.Id, NumberKind.InvalidRequest);
        if (log.IsEnabled(LogLevel.Information)) Log.InvalidRequest(log, merchant.Id, number, string.Join(' ', reasons.Select(r => r.Code)));
        return number;
    }
}
