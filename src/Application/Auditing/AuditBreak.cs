using CleanApi.Domain.Auditing;

namespace CleanApi.Application.Auditing;

/// <summary>The first place where the chain of an audit log is broken.</summary>
/// <param name="Fault">How.</param>
/// <param name="Position">The place in the chain, from 1; null for an entry that has none.</param>
/// <param name="EntryId">The entry; null where it is not known any more.</param>
public sealed record AuditBreak(AuditFault Fault, long? Position, AuditLogId? EntryId);
