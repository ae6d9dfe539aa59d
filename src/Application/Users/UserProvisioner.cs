using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Users;
using Mapster;

namespace CleanApi.Application.Users;

/// <inheritdoc cref="IUserProvisioner" />
[Service]
internal sealed class UserProvisioner(IRepository<User> users, UserUpdateService updates, IAuditTrail audit, ICallerContext context, TimeProvider clock) : IUserProvisioner
{
    /// <summary>The audit action of an activation, by whoever it is.</summary>
    public const string ActivatedAction = "user.activated";

    /// <inheritdoc />
    public async Task<UserResponse> CreateAsync(EmailAddress email, string name, UserRole role, CancellationToken cancellationToken)
    {
        var user = User.CreateActive(context.RequiredUserId, context.Required.OrganizationId, email, name, role, clock.GetUtcNow());
        await users.AddAsync(user, cancellationToken);
        return user.Adapt<UserResponse>();
    }

    /// <inheritdoc />
    public async Task<UserResponse> AdmitAsync(string? name, UserRole? role, CancellationToken cancellationToken)
    {
        var (user, now) = (await updates.LoadAsync(context.RequiredUserId, cancellationToken), clock.GetUtcNow());
        user.Admit(role ?? user.Role, await updates.CountOtherActiveAdminsAsync(user, cancellationToken), now);
        if (name is not null)
        {
            user.UpdateProfile(name, user.Bio, user.AvatarUrl, now);
        }

        audit.Record(ActivatedAction, user);
        return user.Adapt<UserResponse>();
    }

    /// <inheritdoc />
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        var user = await updates.LoadAsync(context.RequiredUserId, cancellationToken);
        // Before the rule: it holds for another version.
        context.Preconditions.Require(user.Version);
        user.Leave(await updates.CountOtherActiveAdminsAsync(user, cancellationToken), clock.GetUtcNow());
        audit.Record(user);
    }
}
