using CleanApi.Domain.Auditing;

namespace CleanApi.Infrastructure.Auditing;

/// <summary>A place in a chain.</summary>
/// <param name="Position">From 1; 0 is before the first entry.</param>
/// <param name="Digest">64 hexadecimal digits in lower case; empty at 0.</param>
/// <param name="Entry">The entry there; null at 0, and where it is not known.</param>
internal sealed record AuditChainPlace(long Position, string Digest, AuditLogId? Entry);
