using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <inheritdoc cref="IUserDirectory" />
[Service]
internal sealed class UserDirectory(IReadRepository<User> users) : IUserDirectory
{
    /// <inheritdoc />
    public Task<UserSignInState?> FindAsync(UserId id, CancellationToken cancellationToken) =>
        users.SingleOrDefaultAsync(new UserSignInStateSpec(id), cancellationToken);

    /// <inheritdoc />
    public Task<InvitableUser?> FindByEmailAsync(EmailAddress email, CancellationToken cancellationToken) =>
        users.SingleOrDefaultAsync(new InvitableUserSpec(email), cancellationToken);

    /// <inheritdoc />
    public Task<bool> ExistsAsync(UserId id, CancellationToken cancellationToken) => users.AnyAsync(new UserByIdSpec(id), cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<UserResponse?>> ListAsync(IReadOnlyList<UserId> ids, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, IUserDirectory.MaxIds, nameof(ids));
        var found = (await users.ListAsync(new UsersByIdsSpec(ids), cancellationToken)).ToDictionary(user => user.Id);
        return [.. ids.Select(id => found.GetValueOrDefault(id))];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Administrator>> ListAdministratorsAsync(CancellationToken cancellationToken) =>
        await users.ListAsync(new ActiveAdministratorsSpec(IUserDirectory.MaxIds), cancellationToken);
}
