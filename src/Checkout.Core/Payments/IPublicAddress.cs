namespace Checkout.Core.Payments;

/// <summary>The address shoppers and upstreams reach this installation at, without a slash at its end.</summary>
public interface IPublicAddress
{
    string Base { get; }
}
