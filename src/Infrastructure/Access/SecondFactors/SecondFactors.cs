using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="ISecondFactors" />
internal sealed class SecondFactors(CleanApiDbContext db) : ISecondFactors
{
    /// <summary>The accounts without a second factor.</summary>
    public static IQueryable<Account> Lacking(CleanApiDbContext db) => db.Set<Account>()
        .Where(account => account.TotpConfirmedAt == null && !db.Set<Passkey>().Any(passkey => passkey.AccountId == account.Id));

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> GetMethodsAsync(UserId userId, CancellationToken cancellationToken)
    {
        var found = await db.Set<Membership>().AsNoTracking()
            .Where(membership => membership.UserId == userId)
            .Select(membership => new
            {
                HasTotp = membership.Account.TotpConfirmedAt != null,
                HasPasskey = db.Set<Passkey>().Any(passkey => passkey.AccountId == membership.AccountId),
                HasCodes = db.Set<RecoveryCode>().Any(code => code.AccountId == membership.AccountId && code.UsedAt == null),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return [];
        }

        List<string> methods = [];
        Add(found.HasTotp, SecondFactorMethods.Totp);
        Add(found.HasPasskey, SecondFactorMethods.Passkey);

        // Recovery codes only replace another factor; they are none on their own.
        Add(found.HasCodes && methods.Count > 0, SecondFactorMethods.RecoveryCode);
        return methods;

        void Add(bool isThere, string method)
        {
            if (isThere)
            {
                methods.Add(method);
            }
        }
    }

    /// <inheritdoc />
    public async Task InvalidateLackingAsync(OrganizationId organizationId, CancellationToken cancellationToken)
    {
        var lacking = Lacking(db);
        // No event: sessions and keys stay as they are; what is remembered of them is not used any more.
        await db.Set<Session>()
            .Where(session => session.OrganizationId == organizationId && session.RevokedAt == null
                && (!session.IsMultiFactor || lacking.Any(account => account.Id == session.AccountId)))
            .ExecuteUpdateAsync(update => update.SetProperty(session => session.Stamp, session => session.Stamp + 1), cancellationToken);
        // No event: see above.
        await db.Set<ApiKey>()
            .Where(key => key.OrganizationId == organizationId && key.RevokedAt == null
                && lacking.Any(account => account.Memberships.Any(membership => membership.UserId == key.UserId)))
            .ExecuteUpdateAsync(update => update.SetProperty(key => key.Stamp, key => key.Stamp + 1), cancellationToken);
    }
}
