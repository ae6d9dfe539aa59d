using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CleanApi.Infrastructure.Persistence.Interceptors;

/// <summary>Defence in depth: rejects a save of another organization's entity than the caller's.</summary>
internal sealed class TenantSaveGuard : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContext? context)
    {
        if (context is not CleanApiDbContext db)
        {
            return;
        }

        var organization = db.CallerContext?.Caller?.OrganizationId;
        foreach (var entry in db.ChangeTracker.Entries<ITenantOwned>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && IsForeign(entry.Entity, organization))
            {
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of another organization than the caller's was about to be saved.");
            }
        }
    }

    private static bool IsForeign(ITenantOwned entity, OrganizationId? organization) => entity.OrganizationId != organization;
}
