using CleanApi.Application.Common.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Rents contexts from the pool, each bound to the caller that uses it. The only way to obtain a context.</summary>
internal sealed class DbContextLease(IServiceProvider services)
{
    // Lazy: the pool needs a started database.
    private readonly Lazy<IDbContextFactory<CleanApiDbContext>> pool = new(services.GetRequiredService<IDbContextFactory<CleanApiDbContext>>);

    /// <summary>Rents a context for the caller; dispose it to return it to the pool.</summary>
    public CleanApiDbContext Rent(ICallerContext context)
    {
        var db = pool.Value.CreateDbContext();
        db.CallerContext = context;
        db.Scope = null;
        db.InsertsOnly = false;
        db.AfterSave.Clear();
        return db;
    }
}
