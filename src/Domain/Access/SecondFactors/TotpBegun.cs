using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>The enrollment of an authenticator app has begun; it is not a second factor yet.</summary>
[EventName("account.totp_begun.v1")]
public sealed record TotpBegun(AccountId AccountId) : IDomainEvent;
