using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>A passkey was added to an account.</summary>
[EventName("passkey.added.v1")]
public sealed record PasskeyAdded(PasskeyId PasskeyId, AccountId AccountId) : IDomainEvent;
