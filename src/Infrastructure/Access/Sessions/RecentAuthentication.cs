using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="IRecentAuthentication" />
internal sealed class RecentAuthentication(CleanApiDbContext db, ICallerContext context, TimeProvider clock) : IRecentAuthentication
{
    /// <inheritdoc />
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        var (id, since, lacking) = (context.RequiredUser.SessionId, clock.GetUtcNow() - IRecentAuthentication.MaxAge, SecondFactors.Lacking(db));
        if (!await db.Set<Session>().AnyAsync(
            session => session.Id == id && session.AuthenticatedAt >= since
                && (session.IsMultiFactor || lacking.Any(account => account.Id == session.AccountId)),
            cancellationToken))
        {
            throw AccessErrors.RecentAuthenticationRequired();
        }
    }

    /// <inheritdoc />
    public async Task RequireSecondFactorAsync(CancellationToken cancellationToken)
    {
        var (id, lacking) = (context.RequiredUser.SessionId, SecondFactors.Lacking(db));
        if (!await db.Set<Session>().AnyAsync(
            session => session.Id == id && session.IsMultiFactor && !lacking.Any(account => account.Id == session.AccountId), cancellationToken))
        {
            throw AccessErrors.SecondFactorRequired();
        }
    }
}
