using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>A passkey was renamed.</summary>
[EventName("passkey.renamed.v1")]
public sealed record PasskeyRenamed(PasskeyId PasskeyId, AccountId AccountId) : IDomainEvent;
