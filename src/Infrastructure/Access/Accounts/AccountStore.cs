using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using System.Linq.Expressions;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="IAccountStore" />
internal sealed class AccountStore(CleanApiDbContext db) : IAccountStore
{
    /// <inheritdoc />
    public async Task<bool> LockForUpdateAsync(AccountId id, SignInProof proof, CancellationToken cancellationToken)
    {
        var isPassword = proof.Method is SignInMethod.Password or SignInMethod.Session;
        var locked = await db.Database.SqlQuery<Guid>(
            $"""
            select id as "Value" from access.accounts
            where id = {id.Value} and deleted_at is null and (not {isPassword} or password_changed_at is not distinct from {proof.PasswordChangedAt})
            for no key update
            """).ToListAsync(cancellationToken);
        return locked.Count > 0;
    }

    /// <inheritdoc />
    public Task RecordSignInAsync(AccountId id, OrganizationId organizationId, DateTimeOffset now, CancellationToken cancellationToken) =>
        // No event: a mark of use.
        db.Set<Account>().Where(account => account.Id == id)
            .ExecuteUpdateAsync(
                update => update.SetProperty(account => account.LastSignInAt, now).SetProperty(account => account.LastOrganizationId, organizationId),
                cancellationToken);

    /// <inheritdoc />
    public async Task<bool> ConsumeTimeStepAsync(AccountId id, DateTimeOffset confirmedAt, long timeStep, CancellationToken cancellationToken) =>
        // No event: a mark of use.
        await db.Set<Account>()
            .Where(account => account.Id == id && account.TotpConfirmedAt == confirmedAt && account.TotpLastTimeStep < timeStep)
            .ExecuteUpdateAsync(update => update.SetProperty(account => account.TotpLastTimeStep, timeStep), cancellationToken) > 0;

    /// <inheritdoc />
    // No event: the row keeps an address for an account, and is none.
    public void Reserve(AccountId id, EmailAddress email, DateTimeOffset now) => db.AfterSave.Add(cancellationToken => db.Database.ExecuteSqlAsync(
        $"""
        insert into access.accounts (id, email, reserved_for_id, totp_last_time_step, version, created_at, updated_at)
        values ({Guid.CreateVersion7(now)}, {email.Value}, {id.Value}, 0, 1, {now}, {now})
        """,
        cancellationToken));

    /// <inheritdoc />
    public Task ReleaseAsync(AccountId id, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken) =>
        ReleaseAsync(account => account.ReservedForId == id && account.CreatedAt >= since, now, cancellationToken);

    /// <inheritdoc />
    public async Task<DateTimeOffset?> FindReservationAsync(AccountId id, EmailAddress email, CancellationToken cancellationToken) =>
        await db.Set<Account>().Where(account => account.ReservedForId == id && account.Email == email)
            .Select(account => (DateTimeOffset?)account.CreatedAt).SingleOrDefaultAsync(cancellationToken);

    /// <inheritdoc />
    public Task ReleaseAsync(AccountId id, EmailAddress email, DateTimeOffset now, CancellationToken cancellationToken) =>
        ReleaseAsync(account => account.ReservedForId == id && account.Email == email, now, cancellationToken);

    /// <inheritdoc />
    public Task UpgradeHashAsync(AccountId id, string present, string stronger, CancellationToken cancellationToken) =>
        // No event: the password stays the same.
        db.Set<Account>()
            .Where(account => account.Id == id && account.PasswordHash == present)
            .ExecuteUpdateAsync(update => update.SetProperty(account => account.PasswordHash, stronger), cancellationToken);

    private Task<int> ReleaseAsync(Expression<Func<Account, bool>> which, DateTimeOffset now, CancellationToken cancellationToken) =>
        // No event: the row keeps an address for an account, and is none.
        db.Set<Account>().Where(which).ExecuteUpdateAsync(
            update => update.SetProperty(account => account.DeletedAt, now).SetProperty(account => account.UpdatedAt, now), cancellationToken);
}
