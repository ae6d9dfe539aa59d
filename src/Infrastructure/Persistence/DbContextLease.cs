using CleanApi.Application.Common.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Takes contexts from the pool, each tied to the caller that uses it. There is no other way to a context.</summary>
internal sealed class DbContextLease(IServiceProvider services)
{
    // Resolved at the first lease: the pool needs a database that has started.
    private readonly Lazy<IDbContextFactory<CleanApiDbContext>> pool = new(services.GetRequiredService<IDbContextFactory<CleanApiDbContext>>);

    /// <summary>A context for this caller; dispose it to give it back.</summary>
    public CleanApiDbContext Take(ICallerContext context)
    {
        var db = pool.Value.CreateDbContext();
        db.CallerContext = context;
        db.Scope = null;
        db.InsertsOnly = false;
        return db;
    }
}
