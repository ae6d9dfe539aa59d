using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Users;

/// <summary>A user of an organization. The credentials are in an account (Access module).</summary>
[IdPrefix("usr")]
public sealed partial class User : AggregateRoot<UserId>, ITenantOwned, ISoftDeletable, ISearchable
{
    /// <summary>Characters of a bio at most.</summary>
    public const int MaxBioLength = 500;

    /// <summary>What a bio has to be.</summary>
    public static readonly TextRule BioRule = new(MaxBioLength);

    private User()
    {
    }

    /// <inheritdoc />
    public OrganizationId OrganizationId { get; private init; }

    /// <summary>Unique among the organization's users that are not deleted; it claims nothing in another organization.</summary>
    public EmailAddress Email { get; private set; }

    /// <summary>1 to 100 characters.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What the user may do.</summary>
    public UserRole Role { get; private set; }

    /// <summary>Whether the user may sign in.</summary>
    public UserStatus Status { get; private set; }

    /// <summary>At most 500 characters; null when not given.</summary>
    public string? Bio { get; private set; }

    /// <summary>An https address of a picture, or a path of this service if it was uploaded; null when not given.</summary>
    public string? AvatarUrl { get; private set; }

    /// <inheritdoc />
    public string SearchText { get; private set; } = "";

    /// <inheritdoc />
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Whether the user is an active administrator, of whom an organization needs at least one.</summary>
    public bool IsActiveAdmin => Role == UserRole.Admin && Status == UserStatus.Active && DeletedAt is null;

    /// <summary>Creates a user who has not signed in yet (status Invited).</summary>
    public static User Create(OrganizationId organizationId, EmailAddress email, string name, UserRole role, DateTimeOffset now) =>
        Create(TypeId.New<UserId>(now), organizationId, email, name, role, UserStatus.Invited, now);

    /// <summary>Creates a user who can sign in immediately: a first administrator, or an accepted invitation.</summary>
    public static User CreateActive(OrganizationId organizationId, EmailAddress email, string name, UserRole role, DateTimeOffset now) =>
        Create(TypeId.New<UserId>(now), organizationId, email, name, role, UserStatus.Active, now);

    /// <summary>The same with a given id: the registrant acts as this user from the first statement on.</summary>
    public static User CreateActive(UserId id, OrganizationId organizationId, EmailAddress email, string name, UserRole role, DateTimeOffset now) =>
        Create(id, organizationId, email, name, role, UserStatus.Active, now);

    /// <summary>Changes name, bio and avatar.</summary>
    /// <exception cref="Errors.ValidationError">The name is none, or the bio violates its rule.</exception>
    public void UpdateProfile(string name, string? bio, string? avatarUrl, DateTimeOffset now)
    {
        var before = Name;
        Name = NameRule.Public.Change(before, name);
        var nextBio = BioRule.Change(Bio, bio, "bio");
        if (Name == before && nextBio == Bio && avatarUrl == AvatarUrl)
        {
            return;
        }

        (Bio, AvatarUrl) = (nextBio, avatarUrl);
        Raise(new UserUpdated(Id, OrganizationId, Name, Bio, AvatarUrl), now);
    }

    /// <summary>Changes the role; false when it is the same.</summary>
    /// <param name="role">The new role.</param>
    /// <param name="by">The acting user.</param>
    /// <param name="otherActiveAdmins">Active administrators of the organization besides this user.</param>
    /// <param name="now">The current time.</param>
    /// <exception cref="Errors.BadRequestError">The acting user is this user.</exception>
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

    /// <summary>Follows the address of the account.</summary>
    public void ChangeEmail(EmailAddress email, DateTimeOffset now)
    {
        Email = email;
        Raise(new UserEmailChanged(Id, OrganizationId, email), now);
    }

    /// <summary>Activates the user; false when they are active already.</summary>
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

    /// <summary>Deactivates the user; false when they are deactivated already.</summary>
    /// <exception cref="Errors.BadRequestError">The acting user is this user.</exception>
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

    /// <summary>Records that the user's second factors are reset.</summary>
    /// <exception cref="Errors.BadRequestError">The acting user is this user.</exception>
    public void ResetFactors(UserId by, DateTimeOffset now) =>
        Raise(by == Id ? throw UserErrors.OwnFactors() : new UserFactorsReset(Id, OrganizationId), now);

    private static User Create(
        UserId id, OrganizationId organizationId, EmailAddress email, string name, UserRole role, UserStatus status, DateTimeOffset now)
    {
        var user = new User { Id = id, OrganizationId = organizationId, Email = email, Name = NameRule.Public.Require(name), Role = role, Status = status, CreatedAt = now };
        user.Raise(new UserCreated(user.Id, organizationId, email, user.Name, role, status));
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
