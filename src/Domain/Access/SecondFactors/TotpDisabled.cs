using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>The authenticator app of an account was removed.</summary>
[EventName("account.totp_disabled.v1")]
public sealed record TotpDisabled(AccountId AccountId) : IDomainEvent;
