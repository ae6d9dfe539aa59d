using System.Data.Common;
using CleanApi.Application.Common.Security;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>A transaction for which the tenant has been set: PostgreSQL forgets it when that ends.</summary>
/// <param name="Transaction">The transaction.</param>
/// <param name="Caller">Whose tenant.</param>
internal sealed record TenantScope(DbTransaction Transaction, Caller Caller);
