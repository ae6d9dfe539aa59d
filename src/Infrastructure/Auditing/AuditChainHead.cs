namespace CleanApi.Infrastructure.Auditing;

/// <summary>What is kept of a chain.</summary>
/// <param name="End">Its last place.</param>
/// <param name="Dropped">The place before its beginning.</param>
internal sealed record AuditChainHead(AuditChainPlace End, AuditChainPlace Dropped);
