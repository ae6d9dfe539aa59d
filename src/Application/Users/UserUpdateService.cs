using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Invitations;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>Loads users for changes, counts other administrators for their rules, and applies patches.</summary>
[Service]
internal sealed class UserUpdateService(
    IRepository<User> users,
    IAccountService accounts,
    IUserSessions sessions,
    IUserStore store,
    IPendingInvitations invitations,
    Grants grants,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock)
{
    /// <summary>Returns a user of the caller's organization, tracked.</summary>
    /// <exception cref="NotFoundError">There is none.</exception>
    public Task<User> LoadAsync(UserId id, CancellationToken cancellationToken) => users.LoadAsync(id, cancellationToken);

    /// <summary>Returns the caller's own user, tracked.</summary>
    /// <exception cref="AuthenticationError">They were deleted in the moment after their credential was checked.</exception>
    public async Task<User> LoadSelfAsync(CancellationToken cancellationToken) =>
        await users.SingleOrDefaultAsync(new ByIdSpec<User, UserId>(context.RequiredUserId), cancellationToken) ?? throw new AuthenticationError();

    /// <summary>
    /// Locks a user whose rights may change: with their account, and with the administrators whom the rule about the last one counts. A lock waits its turn; without it,
    /// whoever is to be thrown out could prevent that by changing their own profile all the time.
    /// </summary>
    public async Task LockAsync(UserId id, CancellationToken cancellationToken)
    {
        await sessions.LockAsync(id, cancellationToken);
        await store.LockWithAdministratorsAsync(id, cancellationToken);
    }

    /// <summary>Locks a user of the caller's organization (<see cref="LockAsync"/>) and returns them, tracked.</summary>
    /// <exception cref="NotFoundError">There is none.</exception>
    /// <exception cref="AuthenticationError">The caller has lost their rights while this waited.</exception>
    public async Task<User> LoadLockedAsync(UserId id, CancellationToken cancellationToken)
    {
        await LockAsync(id, cancellationToken);
        return await LoadAsync(id, cancellationToken);
    }

    /// <summary>Returns the user of a patch, tracked; locked when it is somebody else, whose role it may change.</summary>
    /// <exception cref="NotFoundError">There is none.</exception>
    public Task<User> LoadForPatchAsync(UserId id, CancellationToken cancellationToken) =>
        context.RequiredUserId == id ? LoadAsync(id, cancellationToken) : LoadLockedAsync(id, cancellationToken);

    /// <summary>
    /// Counts the other active administrators who have an account to sign in with; 0 without a query when this user is no active administrator. Whoever is active
    /// without one was activated by hand, and nobody can act as them.
    /// </summary>
    public async Task<int> CountOtherActiveAdminsAsync(User user, CancellationToken cancellationToken) =>
        user.IsActiveAdmin && await users.ListAsync(new OtherActiveAdminsSpec(user.Id), cancellationToken) is { Count: > 0 } others
            ? await accounts.CountWithAccountAsync(others, cancellationToken)
            : 0;

    /// <summary>Applies a patch; the user is the target of the command's audit entry.</summary>
    /// <exception cref="AuthorizationError">It names a role, and the caller may not give roles.</exception>
    /// <exception cref="ValidationError">It names an uploaded picture that is not the user's.</exception>
    public async Task ApplyAsync(User user, UserPatch patch, CancellationToken cancellationToken)
    {
        audit.Record(user);
        if (patch.AvatarUrl.Value is { } address && address != user.AvatarUrl && AvatarAddress.IsOne(address))
        {
            throw ValidationError.Of("avatarUrl", FieldCodes.InvalidFormat, AvatarRules.Message);
        }

        if (patch.Role.Value is { } role && role != user.Role)
        {
            await ChangeRoleAsync(user, role, cancellationToken);
        }

        user.UpdateProfile(patch.Name.Or(user.Name)!, patch.Bio.Or(user.Bio), patch.AvatarUrl.Or(user.AvatarUrl), clock.GetUtcNow());
    }

    private async Task ChangeRoleAsync(User user, UserRole role, CancellationToken cancellationToken)
    {
        var (caller, userId) = (context.Required, context.RequiredUserId);
        if (user.Id != userId)
        {
            if (!caller.Has(Permissions.UsersUpdate))
            {
                throw MissingPermission.Of(caller, Permissions.UsersUpdate);
            }

            await grants.RequireAsync(role, cancellationToken);
            await grants.RequireProofAsync(user.Role, cancellationToken);
        }

        user.ChangeRole(role, userId, await CountOtherActiveAdminsAsync(user, cancellationToken), clock.GetUtcNow());
        await sessions.InvalidateAccessTokensAsync(user.Id, cancellationToken);
        await invitations.ChangeRoleAsync(user.Email, role, cancellationToken);
    }
}
