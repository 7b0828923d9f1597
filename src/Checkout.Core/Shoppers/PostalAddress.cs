namespace Checkout.Core.Shoppers;

/// <summary>An address as the merchant sent it; <paramref name="Country"/> is ISO 3166-1 alpha-2.</summary>
public sealed record PostalAddress(
    string? Country = null, string? City = null, string? ZipCode = null, string? State = null, string? Street = null,
    string? StreetNumber = null, string? HouseNumber = null, string? HouseExtension = null);
