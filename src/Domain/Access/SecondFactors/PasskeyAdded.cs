using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>An account can be signed in to with one more passkey.</summary>
[EventName("passkey.added.v1")]
public sealed record PasskeyAdded(PasskeyId PasskeyId, AccountId AccountId) : IDomainEvent;
