using CleanApi.Application.Common.Security;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.Persistence.Conversion;
using Microsoft.EntityFrameworkCore;
using System.Reflection;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>The EF Core context. Pooled: <see cref="DbContextLease"/> binds each rented context to a caller, whose organization filters every query.</summary>
public sealed class CleanApiDbContext(DbContextOptions<CleanApiDbContext> options) : DbContext(options)
{
    private static readonly MethodInfo FilterTenantMethod =
        typeof(CleanApiDbContext).GetMethod(nameof(FilterTenant), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>The caller that uses this context; null where there is no tenant.</summary>
    internal ICallerContext? CallerContext { get; set; }

    /// <summary>Whether the unit of work only inserts, in one batch.</summary>
    internal bool InsertsOnly { get; set; }

    /// <summary>The transaction for which the tenant has been set, and its caller.</summary>
    internal TenantScope? Scope { get; set; }

    /// <summary>Statements that the unit of work sends after its changes are saved, in their transaction.</summary>
    internal List<Func<CancellationToken, Task>> AfterSave { get; } = [];

    private OrganizationId CurrentOrganization => CallerContext?.Caller?.OrganizationId ?? default;

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => ModelConventions.Apply(configurationBuilder);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ModelConventions.AddEntities(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CleanApiDbContext).Assembly);
        ModelConventions.NameColumns(modelBuilder);
        TrigramSearch.Map(modelBuilder);
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

    // An organization's tenant is its own id.
    private void FilterTenant<T>(ModelBuilder model)
        where T : class =>
        _ = typeof(T) == typeof(Organization)
            ? model.Entity<Organization>().HasQueryFilter(QueryFilters.Tenant, organization => organization.Id == CurrentOrganization)
            : (object)model.Entity<T>().HasQueryFilter(
                QueryFilters.Tenant, entity => EF.Property<OrganizationId>(entity, nameof(ITenantOwned.OrganizationId)) == CurrentOrganization);
}
