namespace Checkout.Web.Hosting.Workers;

/// <summary>What came of posting one notice.</summary>
public enum NoticeAnswer { Delivered, NobodyToTell, Refused, NoAnswer }
