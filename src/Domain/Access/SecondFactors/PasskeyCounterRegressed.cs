using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>The signature counter of a passkey did not increase: the authenticator may have been cloned.</summary>
[EventName("passkey.counter_regressed.v1")]
public sealed record PasskeyCounterRegressed(PasskeyId PasskeyId, AccountId AccountId) : IDomainEvent;
