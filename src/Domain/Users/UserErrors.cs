using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Users;

/// <summary>What can go wrong with a user, beyond the shape of the input.</summary>
public static class UserErrors
{
    /// <summary>The resource's name in messages.</summary>
    public const string Resource = "User";

    /// <summary>Unknown, deleted, or another organization's.</summary>
    public static NotFoundError NotFound(UserId id) => new(Resource, id.ToString());

    /// <summary>Nobody changes their own role.</summary>
    public static BadRequestError OwnRole() =>
        new("Cannot change your own role", [new ErrorDetail("role", FieldCodes.Forbidden, "Ask another administrator to change your role")]);

    /// <summary>Nobody deletes themselves.</summary>
    public static BadRequestError OwnDeletion() => new("Cannot delete your own account");

    /// <summary>Nobody deactivates themselves.</summary>
    public static BadRequestError OwnDeactivation() => new("Cannot deactivate your own account");

    /// <summary>An organization always has an active administrator.</summary>
    public static ConflictError LastAdmin() =>
        new("An organization needs at least one active administrator; make somebody else an administrator first");

    /// <summary>An address cannot be changed with the rest of a user.</summary>
    public static ValidationError EmailIsReadOnly() =>
        ValidationError.Of("email", FieldCodes.InvalidValue, "The email address belongs to the account and can't be changed here; send the present one or leave it out");
}
