namespace Checkout.Core.Shoppers;

/// <summary>What a shopper pays with, numbered as in EMV 3-D Secure: an app, a browser, or nothing, when a merchant asks by itself.</summary>
public enum DeviceChannel { App = 1, Browser = 2, Requestor = 3 }
