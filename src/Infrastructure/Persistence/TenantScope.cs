using CleanApi.Application.Common.Security;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>A transaction for which the tenant has been set; PostgreSQL resets it when the transaction ends.</summary>
/// <param name="TransactionId">EF Core's id of the transaction; Npgsql reuses its transaction objects.</param>
/// <param name="Caller">The caller whose tenant is set.</param>
internal sealed record TenantScope(Guid TransactionId, Caller Caller);
