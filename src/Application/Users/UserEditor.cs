using CleanApi.Application.Access;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Users;

/// <summary>Loads users to change them, and what their rules need to know of others.</summary>
internal sealed class UserEditor(IRepository<User> users, ICallerContext context, ISender sender, TimeProvider clock)
{
    /// <summary>A user of the caller's organization, at a version that the caller has seen.</summary>
    /// <exception cref="NotFoundError">There is none.</exception>
    /// <exception cref="PreconditionFailedError">It has changed since.</exception>
    public async Task<User> LoadAsync(UserId id, ExpectedVersion expected, CancellationToken cancellationToken)
    {
        var user = await users.SingleOrDefaultAsync(new UserToEdit(id), cancellationToken) ?? throw UserErrors.NotFound(id);
        expected.Require(user);
        return user;
    }

    /// <summary>Active administrators besides this user; only counted where the rule about the last one can apply.</summary>
    public async Task<int> OtherActiveAdminsAsync(User user, CancellationToken cancellationToken) =>
        user.IsActiveAdmin ? await users.CountAsync(new OtherActiveAdmins(user.Id), cancellationToken) : 0;

    /// <summary>Applies a patch.</summary>
    /// <exception cref="AuthorizationError">It names a role, and the caller may not give roles.</exception>
    public async Task ApplyAsync(User user, UserPatch patch, CancellationToken cancellationToken)
    {
        if (patch.Role.Value is { } role && role != user.Role)
        {
            await ChangeRoleAsync(user, role, cancellationToken);
        }

        user.UpdateProfile(patch.Name.Or(user.Name)!.Trim(), patch.Bio.Or(user.Bio), patch.AvatarUrl.Or(user.AvatarUrl), clock.GetUtcNow());
    }

    private async Task ChangeRoleAsync(User user, UserRole role, CancellationToken cancellationToken)
    {
        var caller = context.Required;
        if (user.Id != caller.UserId && !caller.Has(Permissions.UsersUpdate))
        {
            throw new AuthorizationError();
        }

        user.ChangeRole(role, caller.UserId, await OtherActiveAdminsAsync(user, cancellationToken), clock.GetUtcNow());
        await sender.Send(new ExpireAccessTokens(user.Id), cancellationToken);
    }
}
