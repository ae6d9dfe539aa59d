using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Users;

/// <summary>How a user comes into an organization that somebody has prepared for them, and out of one.</summary>
public sealed partial class User
{
    /// <summary>Creates the user of a person whom the operator of the platform has moved here from another organization (<see cref="Depart"/>).</summary>
    /// <param name="user">Who they were there.</param>
    /// <param name="organizationId">Here.</param>
    /// <param name="role">What they may do here.</param>
    /// <param name="hasAccount">Whether they have an account that opens this organization too; without one they are invited again.</param>
    /// <param name="now">The current time.</param>
    public static User Arrive(User user, OrganizationId organizationId, UserRole role, bool hasAccount, DateTimeOffset now)
    {
        var arrived = Create(TypeId.New<UserId>(now), organizationId, user.Email, user.Name, role, hasAccount ? user.Status : UserStatus.Invited, now);
        // A picture of this service, which a path names, stays with the user there.
        (arrived.Bio, arrived.AvatarUrl) = (user.Bio, user.AvatarUrl is { } url && !url.StartsWith('/') ? url : null);
        arrived.Raise(new UserTransferred(arrived.Id, organizationId, user.OrganizationId, organizationId));
        return arrived;
    }

    /// <summary>Soft-deletes the user; the email address can be used again.</summary>
    /// <exception cref="Errors.BadRequestError">The acting user is this user.</exception>
    /// <exception cref="Errors.ConflictError">It would leave the organization without an administrator.</exception>
    public void Delete(UserId by, int otherActiveAdmins, DateTimeOffset now) => Leave(by == Id ? throw UserErrors.OwnDeletion() : otherActiveAdmins, now);

    /// <summary>Soft-deletes the user, who leaves the organization by themselves.</summary>
    /// <exception cref="Errors.ConflictError">It would leave the organization without an administrator.</exception>
    public void Leave(int otherActiveAdmins, DateTimeOffset now)
    {
        RequireAnotherAdmin(otherActiveAdmins);
        Remove(now);
    }

    /// <summary>Soft-deletes the user whom somebody else has brought in as this person: the last administrator too.</summary>
    public void Remove(DateTimeOffset now)
    {
        DeletedAt = now;
        Raise(new UserDeleted(Id, OrganizationId), now);
    }

    /// <summary>Soft-deletes the user, whom the operator of the platform moves to another organization.</summary>
    /// <exception cref="Errors.ConflictError">It would leave the organization without an administrator.</exception>
    public void Depart(OrganizationId to, int otherActiveAdmins, DateTimeOffset now)
    {
        Leave(otherActiveAdmins, now);
        Raise(new UserTransferred(Id, OrganizationId, OrganizationId, to));
    }

    /// <summary>Lets the user in, who has accepted an invitation with this role: active from now on.</summary>
    /// <exception cref="Errors.ConflictError">It would leave the organization without an administrator.</exception>
    public void Admit(UserRole role, int otherActiveAdmins, DateTimeOffset now)
    {
        if (role != Role)
        {
            RequireAnotherAdmin(otherActiveAdmins);
            var before = Role;
            Role = role;
            Raise(new UserRoleChanged(Id, OrganizationId, before, role), now);
        }

        Activate(now);
    }
}
