using CleanApi.Application.Common.Security;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.Persistence.Conversion;
using Microsoft.EntityFrameworkCore;
using System.Reflection;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>
/// The one unit of work over PostgreSQL. Pooled: <see cref="DbContextLease"/> ties each lease to a caller, whose organization every query is filtered by.
/// </summary>
/// <param name="options">Options of the pool.</param>
public sealed class CleanApiDbContext(DbContextOptions<CleanApiDbContext> options) : DbContext(options)
{
    private static readonly MethodInfo FilterTenantMethod =
        typeof(CleanApiDbContext).GetMethod(nameof(FilterTenant), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>Who uses this lease; null for migrations, which no tenant owns.</summary>
    internal ICallerContext? CallerContext { get; set; }

    /// <summary>Whether the unit of work only inserts, in one batch.</summary>
    internal bool InsertsOnly { get; set; }

    /// <summary>The transaction whose tenant is set already, and the tenant.</summary>
    internal TenantScope? Scope { get; set; }

    private OrganizationId CurrentOrganization => CallerContext?.Caller?.OrganizationId ?? default;

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => ModelConventions.Apply(configurationBuilder);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ModelConventions.AddEntities(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CleanApiDbContext).Assembly);
        ModelConventions.NameColumns(modelBuilder);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Select(entity => entity.ClrType).ToList())
        {
            if (type.IsAssignableTo(typeof(ITenantOwned)))
            {
                FilterTenantMethod.MakeGenericMethod(type).Invoke(this, [modelBuilder]);
            }

            if (type.IsAssignableTo(typeof(ISoftDeletable)))
            {
                QueryFilters.HideDeleted(modelBuilder, type);
            }
        }
    }

    // An organization owns itself: its tenant is its id.
    private void FilterTenant<T>(ModelBuilder model)
        where T : class =>
        _ = typeof(T) == typeof(Organization)
            ? model.Entity<Organization>().HasQueryFilter(QueryFilters.Tenant, organization => organization.Id == CurrentOrganization)
            : (object)model.Entity<T>().HasQueryFilter(
                QueryFilters.Tenant, entity => EF.Property<OrganizationId>(entity, nameof(ITenantOwned.OrganizationId)) == CurrentOrganization);
}
