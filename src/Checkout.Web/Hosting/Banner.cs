using Checkout.Web.Sandbox;
using Checkout.Web.Hosting.Settings;

namespace Checkout.Web.Hosting;

/// <summary>What the server says when it is ready, on standard output whatever the log level.</summary>
internal static class Banner
{
    public static string Text(string address, CheckoutSettings settings) => settings.Sandbox.Enabled ? OfSandbox(address) : $"Checkout is ready at {address}";

    private static string OfSandbox(string address) => $$$$"""
        Checkout is ready at {{{{address}}}}
        Demo shop     {{{{address}}}}/demo
        Smart2Pay     {{{{SandboxMerchant.Site}}}}:{{{{SandboxMerchant.ApiKey}}}}
        Cardgate      {{{{SandboxMerchant.Account.Id}}}}:{{{{SandboxMerchant.CardgateKey}}}}
        Cardgate H2H  {{{{SandboxMerchant.H2HAccount.Id}}}}:{{{{SandboxMerchant.CardgateKey}}}}
        Keys          {{{{SandboxMerchant.PublicTestKey}}}} {{{{SandboxMerchant.SecretTestKey}}}}  link secret {{{{SandboxMerchant.LinkSecret}}}}

        This is a sandbox: test payments only, with the embedded simulator. Its merchant's keys are public, plain http and private
        addresses are allowed, and limits are off unless set.

        Open a payment and pay it at its RedirectURL:
          order=first-$(date +%s)
          curl -u {{{{SandboxMerchant.Site}}}}:{{{{SandboxMerchant.ApiKey}}}} {{{{address}}}}/v1/payments -H 'Content-Type: application/json' -d '{"Payment":{"MerchantTransactionID":"'$order'","Amount":2599,"Currency":"EUR","ReturnURL":"{{{{address}}}}/demo","GenerateCreditCardToken":true,"Customer":{"MerchantCustomerID":"shopper-7"}}}'
        See what became of it:
          curl -u {{{{SandboxMerchant.Site}}}}:{{{{SandboxMerchant.ApiKey}}}} "{{{{address}}}}/v1/payments?merchantTransactionID=$order"

        """;
}
