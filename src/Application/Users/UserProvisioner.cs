using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Invitations;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using Mapster;

namespace CleanApi.Application.Users;

/// <inheritdoc cref="IUserProvisioner" />
[Service]
internal sealed class UserProvisioner(
    IRepository<User> users,
    UserUpdateService updates,
    IAccountService accounts,
    IAccountDeletion deletion,
    IPendingInvitations invitations,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IUserProvisioner
{
    /// <summary>The audit action of an activation, by whoever it is.</summary>
    public const string ActivatedAction = "user.activated";

    private const string EmailChangedAction = "user.email_changed";
    private const string DeletedAction = "user.deleted";

    /// <inheritdoc />
    public async Task<UserResponse> CreateAsync(EmailAddress email, string name, UserRole role, CancellationToken cancellationToken)
    {
        var user = User.CreateActive(context.RequiredUserId, context.Required.OrganizationId, email, name, role, clock.GetUtcNow());
        await users.AddAsync(user, cancellationToken);
        return user.Adapt<UserResponse>();
    }

    /// <inheritdoc />
    public Task LockAsync(CancellationToken cancellationToken) => updates.LockAsync(context.RequiredUserId, cancellationToken);

    /// <inheritdoc />
    public async Task<UserResponse> AdmitAsync(string? name, UserRole? role, CancellationToken cancellationToken)
    {
        var (user, now) = (await updates.LoadLockedAsync(context.RequiredUserId, cancellationToken), clock.GetUtcNow());
        user.Admit(role ?? user.Role, await updates.CountOtherActiveAdminsAsync(user, cancellationToken), now);
        if (name is not null)
        {
            user.UpdateProfile(name, user.Bio, user.AvatarUrl, now);
        }

        audit.Record(ActivatedAction, user);
        return user.Adapt<UserResponse>();
    }

    /// <inheritdoc />
    public async Task ChangeEmailAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        var (user, now) = (await updates.LoadLockedAsync(context.RequiredUserId, cancellationToken), clock.GetUtcNow());
        if (await users.SingleOrDefaultAsync(new InvitableUserSpec(email), cancellationToken) is { } other && other.Id != user.Id)
        {
            await GiveWayAsync(other.Id, now, cancellationToken);
        }

        user.ChangeEmail(email, now);
        audit.Record(EmailChangedAction, user);
    }

    /// <inheritdoc />
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        var user = await updates.LoadLockedAsync(context.RequiredUserId, cancellationToken);
        // Before the rule: it holds for another version.
        context.Preconditions.Require(user.Version);
        user.Leave(await updates.CountOtherActiveAdminsAsync(user, cancellationToken), clock.GetUtcNow());
        audit.Record(user);
        await invitations.RevokeAsync(user.Email, cancellationToken);
    }

    /// <inheritdoc />
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        var user = await updates.LoadLockedAsync(context.RequiredUserId, cancellationToken);
        user.Remove(clock.GetUtcNow());
        audit.Record(DeletedAction, user);
        await invitations.RevokeAsync(user.Email, cancellationToken);
    }

    private async Task GiveWayAsync(UserId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var other = await updates.LoadLockedAsync(id, cancellationToken);
        if (await accounts.FindByUserAsync(other.Id, cancellationToken) is { IsLocal: false })
        {
            throw new DuplicateValueError("email", "A user with this email already exists", ReasonCodes.AccountExists);
        }

        other.Leave(await updates.CountOtherActiveAdminsAsync(other, cancellationToken), now);
        audit.Record(DeletedAction, other);
        await invitations.RevokeAsync(other.Email, cancellationToken);
        await deletion.DeleteAsync(other.Id, cancellationToken);
        // The address has to be free in the database first.
        await unitOfWork.SaveAsync(cancellationToken);
    }
}
