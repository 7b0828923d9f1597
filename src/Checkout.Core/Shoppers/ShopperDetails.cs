namespace Checkout.Core.Shoppers;

/// <summary>What the merchant or the shopper told about the person who pays. All parts are optional.</summary>
/// <param name="Reference">The merchant's own name for this shopper; saved cards belong to (merchant, reference), never to the e-mail alone.</param>
/// <param name="DateOfBirth">Eight digits, <c>yyyyMMdd</c>.</param>
public sealed record ShopperDetails(
    string? Reference = null, string? Email = null, string? FirstName = null, string? LastName = null, string? Gender = null,
    string? DateOfBirth = null, string? SocialSecurityNumber = null, string? Phone = null, string? Company = null);
