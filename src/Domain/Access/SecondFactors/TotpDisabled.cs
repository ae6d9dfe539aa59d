using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>An authenticator app is no second factor of an account any more.</summary>
[EventName("account.totp_disabled.v1")]
public sealed record TotpDisabled(AccountId AccountId) : IDomainEvent;
