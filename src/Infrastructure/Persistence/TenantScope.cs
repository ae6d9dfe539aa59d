using CleanApi.Application.Common.Security;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>A transaction for which the tenant has been set: PostgreSQL forgets it when that ends.</summary>
/// <param name="TransactionId">EF Core's id of the transaction; Npgsql's own transaction objects are used again for the next one.</param>
/// <param name="Caller">Whose tenant.</param>
internal sealed record TenantScope(Guid TransactionId, Caller Caller);
