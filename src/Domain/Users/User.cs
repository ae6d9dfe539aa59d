using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Users;

/// <summary>A person in an organization. Credentials are not here: an account (Access) holds them.</summary>
[IdPrefix("usr")]
public sealed class User : AggregateRoot<UserId>, ITenantOwned, ISoftDeletable, ISearchable
{
    /// <summary>Characters of a name, 1 to this.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Characters of a bio at most.</summary>
    public const int MaxBioLength = 500;

    private User()
    {
    }

    /// <inheritdoc />
    public OrganizationId OrganizationId { get; private init; }

    /// <summary>Unique among the users that are not deleted, over all organizations.</summary>
    public EmailAddress Email { get; private init; }

    /// <summary>1 to 100 characters.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What the user may do.</summary>
    public UserRole Role { get; private set; }

    /// <summary>Whether the user may sign in.</summary>
    public UserStatus Status { get; private set; }

    /// <summary>At most 500 characters; null when not given.</summary>
    public string? Bio { get; private set; }

    /// <summary>An https address of a picture; null when not given.</summary>
    public string? AvatarUrl { get; private set; }

    /// <inheritdoc />
    public string SearchText { get; private set; } = "";

    /// <inheritdoc />
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Whether losing this user, or their role, could leave the organization without an administrator.</summary>
    public bool IsActiveAdmin => Role == UserRole.Admin && Status == UserStatus.Active && DeletedAt is null;

    /// <summary>Adds a person who has not signed in yet.</summary>
    public static User Create(OrganizationId organizationId, EmailAddress email, string name, UserRole role, DateTimeOffset now) =>
        Create(TypeId.New<UserId>(now), organizationId, email, name, role, UserStatus.Invited, now);

    /// <summary>Adds a person who can sign in at once: the founder of an organization, or who accepted an invitation.</summary>
    public static User CreateActive(OrganizationId organizationId, EmailAddress email, string name, UserRole role, DateTimeOffset now) =>
        Create(TypeId.New<UserId>(now), organizationId, email, name, role, UserStatus.Active, now);

    /// <summary>The same, under an id that is known already: whoever founds an organization acts as its user from the first statement on.</summary>
    public static User CreateActive(UserId id, OrganizationId organizationId, EmailAddress email, string name, UserRole role, DateTimeOffset now) =>
        Create(id, organizationId, email, name, role, UserStatus.Active, now);

    /// <summary>Changes what the user tells of themselves.</summary>
    public void UpdateProfile(string name, string? bio, string? avatarUrl, DateTimeOffset now)
    {
        if (name == Name && bio == Bio && avatarUrl == AvatarUrl)
        {
            return;
        }

        (Name, Bio, AvatarUrl) = (name, bio, avatarUrl);
        Raise(new UserUpdated(Id, OrganizationId, Name, Bio, AvatarUrl), now);
    }

    /// <summary>Changes the role; false when it is the same.</summary>
    /// <param name="role">The new role.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="otherActiveAdmins">Active administrators of the organization besides this user.</param>
    /// <param name="now">When.</param>
    /// <exception cref="Errors.BadRequestError">It is one's own.</exception>
    /// <exception cref="Errors.ConflictError">It would leave the organization without an administrator.</exception>
    public bool ChangeRole(UserRole role, UserId by, int otherActiveAdmins, DateTimeOffset now)
    {
        if (role == Role)
        {
            return false;
        }

        if (by == Id)
        {
            throw UserErrors.OwnRole();
        }

        RequireAnotherAdmin(otherActiveAdmins);
        var before = Role;
        Role = role;
        Raise(new UserRoleChanged(Id, OrganizationId, before, role), now);
        return true;
    }

    /// <summary>Lets the user sign in; false when they may already.</summary>
    public bool Activate(DateTimeOffset now)
    {
        if (Status == UserStatus.Active)
        {
            return false;
        }

        Status = UserStatus.Active;
        Raise(new UserActivated(Id, OrganizationId), now);
        return true;
    }

    /// <summary>Locks the user out; false when they are already.</summary>
    /// <exception cref="Errors.BadRequestError">It is oneself.</exception>
    /// <exception cref="Errors.ConflictError">It would leave the organization without an administrator.</exception>
    public bool Deactivate(UserId by, int otherActiveAdmins, DateTimeOffset now)
    {
        if (by == Id)
        {
            throw UserErrors.OwnDeactivation();
        }

        if (Status == UserStatus.Deactivated)
        {
            return false;
        }

        RequireAnotherAdmin(otherActiveAdmins);
        Status = UserStatus.Deactivated;
        Raise(new UserDeactivated(Id, OrganizationId), now);
        return true;
    }

    /// <summary>Hides the user from every read; the e-mail address is free again.</summary>
    /// <exception cref="Errors.BadRequestError">It is oneself.</exception>
    /// <exception cref="Errors.ConflictError">It would leave the organization without an administrator.</exception>
    public void Delete(UserId by, int otherActiveAdmins, DateTimeOffset now)
    {
        if (by == Id)
        {
            throw UserErrors.OwnDeletion();
        }

        RequireAnotherAdmin(otherActiveAdmins);
        DeletedAt = now;
        Raise(new UserDeleted(Id, OrganizationId), now);
    }

    private static User Create(
        UserId id, OrganizationId organizationId, EmailAddress email, string name, UserRole role, UserStatus status, DateTimeOffset now)
    {
        var user = new User
        {
            Id = id,
            OrganizationId = organizationId,
            Email = email,
            Name = name,
            Role = role,
            Status = status,
            CreatedAt = now,
        };
        user.Raise(new UserCreated(user.Id, organizationId, email, name, role, status));
        return user;
    }

    private void RequireAnotherAdmin(int otherActiveAdmins)
    {
        if (IsActiveAdmin && otherActiveAdmins == 0)
        {
            throw UserErrors.LastAdmin();
        }
    }
}
