using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>All second factors of an account were removed, because their owner had lost them.</summary>
[EventName("account.factors_reset.v1")]
public sealed record SecondFactorsReset(AccountId AccountId) : IDomainEvent;
