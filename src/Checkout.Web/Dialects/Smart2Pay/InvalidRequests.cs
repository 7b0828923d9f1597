using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>
/// Refuses requests: gives each a number and echoes it in the shape of its resource. The echo is kept, so that the operator finds by the
/// number what a merchant asks about.
/// </summary>
public sealed class InvalidRequests(INumbers numbers, IRefusedRequestStore kept, TimeProvider clock, ILogger<InvalidRequests> log)
{
    private static readonly ReturnCode[] NoSuchPayment = [ReturnCode.InvalidPayment];
    private static readonly ReturnCode[] NoSuchToken = [ReturnCode.Token];

    public static Answer PaymentNotFound { get; } = new(404, new PaymentEcho(null, null, NoSuchPayment).Write());

    public static Answer CaptureNotFound { get; } = new(404, CaptureEcho.Of(NoSuchPayment));

    public static Answer RefundNotFound { get; } = new(404, new RefundEcho(null, null, NoSuchPayment).Write());

    public static Answer PayoutNotFound { get; } = new(404, new PayoutEcho(null, null, NoSuchPayment).Write());

    public static Answer TokenNotFound { get; } = new(404, CardCheckWriter.Echo(null, NoSuchToken, asked: null));

    public ValueTask<Answer> PaymentAsync(Merchant merchant, IReadOnlyList<ReturnCode> reasons, AskedPayment? asked = null, Payment? stands = null) =>
        RefuseAsync(merchant, reasons, number => new PaymentEcho(merchant.Id, number, reasons, asked, stands).Write());

    public ValueTask<Answer> RefundAsync(Merchant merchant, IReadOnlyList<ReturnCode> reasons, AskedRefund? asked = null, Payment? payment = null) =>
        RefuseAsync(merchant, reasons, number => new RefundEcho(merchant.Id, number, reasons, asked, payment).Write());

    public ValueTask<Answer> PayoutAsync(Merchant merchant, IReadOnlyList<ReturnCode> reasons, AskedPayout? asked) =>
        RefuseAsync(merchant, reasons, number => new PayoutEcho(merchant.Id, number, reasons, asked).Write());

    public ValueTask<Answer> CardAsync(Merchant merchant, IReadOnlyList<ReturnCode> reasons, AskedCardCheck? asked = null) =>
        RefuseAsync(merchant, reasons, number => CardCheckWriter.Echo(number, reasons, asked));

    private async ValueTask<Answer> RefuseAsync(Merchant merchant, IReadOnlyList<ReturnCode> reasons, Func<long, byte[]> echo)
    {
        var number = await numbers.NextAsync(merchant.Id, NumberKind.InvalidRequest);
        var answer = echo(number);
        await kept.KeepAsync(new RefusedRequest(merchant.Id, number, clock.GetUtcNow(), answer));
        if (log.IsEnabled(LogLevel.Information)) Log.InvalidRequest(log, merchant.Id, number, string.Join(' ', reasons.Select(r => r.Code)));
        return new Answer(400, answer);
    }
}
