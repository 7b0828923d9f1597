namespace Checkout.Storage.Sqlite;

/// <summary>What a finding names by its number.</summary>
public enum AuditSubject { Payment, SavedCard, Payout }

/// <summary>One rule that all rows must keep.</summary>
/// <param name="Code">The invariant it belongs to, I1 and so on.</param>
/// <param name="Sentence">What must hold.</param>
public sealed record AuditRule(string Code, string Sentence, AuditSubject Subject = AuditSubject.Payment);

/// <summary>Something that breaks a rule.</summary>
/// <param name="Number">The number of what the rule is about.</param>
public sealed record AuditFinding(AuditRule Rule, int Merchant, long Number);
