using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Users;

/// <summary>The errors of users, apart from validation.</summary>
public static class UserErrors
{
    /// <summary>Users cannot change their own role.</summary>
    public static BadRequestError OwnRole() =>
        new("Cannot change your own role", [new ErrorDetail("role", FieldCodes.Forbidden, "Ask another administrator to change your role")]);

    /// <summary>Users cannot delete themselves.</summary>
    public static BadRequestError OwnDeletion() => new("Cannot delete your own account");

    /// <summary>Users cannot deactivate themselves.</summary>
    public static BadRequestError OwnDeactivation() => new("Cannot deactivate your own account");

    /// <summary>An organization always has an active administrator.</summary>
    public static ConflictError LastAdmin() =>
        new("An organization needs at least one active administrator; make somebody else an administrator first");

    /// <summary>The email address cannot be changed with an update of the user.</summary>
    public static ValidationError EmailIsReadOnly() =>
        ValidationError.Of("email", FieldCodes.InvalidValue, "The email address belongs to the account and can't be changed here; send the present one or leave it out");
}
