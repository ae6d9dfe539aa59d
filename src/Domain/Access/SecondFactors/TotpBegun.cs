using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>An authenticator app is being set up for an account, and is no second factor yet.</summary>
[EventName("account.totp_begun.v1")]
public sealed record TotpBegun(AccountId AccountId) : IDomainEvent;
