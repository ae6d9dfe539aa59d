using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>An authenticator app was confirmed as a second factor of an account.</summary>
[EventName("account.totp_enabled.v1")]
public sealed record TotpEnabled(AccountId AccountId) : IDomainEvent;
