using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>A passkey was removed.</summary>
[EventName("passkey.removed.v1")]
public sealed record PasskeyRemoved(PasskeyId PasskeyId, AccountId AccountId) : IDomainEvent;
