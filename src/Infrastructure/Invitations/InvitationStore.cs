using CleanApi.Application.Invitations;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Invitations;

/// <inheritdoc cref="IInvitationStore" />
internal sealed class InvitationStore(CleanApiDbContext db) : IInvitationStore
{
    /// <inheritdoc />
    public Task LockPendingForUpdateAsync(EmailAddress email, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"select 1 from invitations.invitations where email = {email.Value} and status = 'PENDING' for no key update", cancellationToken);

    /// <inheritdoc />
    public Task LockPendingForUpdateAsync(UserId by, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"select 1 from invitations.invitations where invited_by_id = {by.Value} and status = 'PENDING' order by id for no key update", cancellationToken);
}
