using CleanApi.Application.Common.Security;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Takes contexts from the pool, each tied to the caller that uses it. There is no other way to a context.</summary>
internal sealed class DbContextLease(IDbContextFactory<CleanApiDbContext> pool)
{
    /// <summary>A context for this caller; dispose it to give it back.</summary>
    public CleanApiDbContext Take(ICallerContext context)
    {
        var db = pool.CreateDbContext();
        db.CallerContext = context;
        db.Scope = null;
        return db;
    }
}
