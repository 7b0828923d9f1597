using System.Text;
using Checkout.Web.Dialects.Cardgate;
using Checkout.Web.Hosting.Workers.Posting;

namespace Checkout.Tests.Hosting.Posting;

/// <summary>The proofs of callbacks, against the published examples.</summary>
public sealed class SignatureTests
{
    [Fact]
    public void The_dialects_own_signature_is_as_published() =>
        Assert.Equal("CEp6bkG6nvVPvViWHF4x7N8NcbY=", CallbackSignature.Of("sk_test_demo"u8, """{"data":{"type":"payment-invoices","id":"cpi_ADzwZTG99f3q3utQ"}}"""u8));

    [Fact]
    public void The_standard_signature_is_as_published() => Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", Published.By(Secret));

    [Fact]
    public void Each_live_secret_signs_while_they_change()
    {
        var other = Encoding.UTF8.GetBytes("sk_test_other");
        Assert.Equal($"{Published.By(Secret)} {Published.By(other)}", Published.ByAll([Secret, other]));
        Assert.NotEqual(Published.By(Secret), Published.By(other));
    }

    private static byte[] Secret => Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private static WebhookSignature Published => new("msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), """{"test": 2432232314}"""u8.ToArray());
}
