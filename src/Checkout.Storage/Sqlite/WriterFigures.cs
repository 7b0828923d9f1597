namespace Checkout.Storage.Sqlite;

/// <summary>What a writer did since the start.</summary>
/// <param name="Commits">Durable transactions.</param>
/// <param name="Units">Changes of single callers; several share one commit under load.</param>
public readonly record struct WriterFigures(long Commits, long Units);
