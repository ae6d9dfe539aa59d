using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>A signature came with a counter that was not newer than the one before: the authenticator may have a copy.</summary>
[EventName("passkey.counter_regressed.v1")]
public sealed record PasskeyCounterRegressed(PasskeyId PasskeyId, AccountId AccountId) : IDomainEvent;
