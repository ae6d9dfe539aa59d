namespace CleanApi.Application.Auditing;

/// <summary>A place in the chain of an audit log, as a check has told it.</summary>
/// <param name="Position">From 1; 0 is before the first entry.</param>
/// <param name="Digest">The hash there, 64 hexadecimal digits in lower case; empty at 0.</param>
public sealed record AuditPlace(long Position, string Digest);
