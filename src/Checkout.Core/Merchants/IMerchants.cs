namespace Checkout.Core.Merchants;

/// <summary>The merchants this server serves, held in memory and at most a second old.</summary>
public interface IMerchants
{
    Merchant? Find(int merchant);
}
