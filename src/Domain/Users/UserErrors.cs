using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Users;

/// <summary>The errors of users, apart from validation.</summary>
public static class UserErrors
{
    /// <summary>Message of <see cref="OwnFactors"/>.</summary>
    public const string OwnFactorsMessage = "Cannot reset your own second factors: remove them one by one";

    /// <summary>What another value of a field that cannot be changed is told.</summary>
    public const string ReadOnlyMessage = "Read-only here";

    /// <summary>Users cannot change their own role.</summary>
    public static BadRequestError OwnRole() =>
        new(ReasonCodes.OwnRole, "Cannot change your own role");

    /// <summary>Users cannot delete themselves.</summary>
    public static BadRequestError OwnDeletion() => new(ReasonCodes.OwnAccount, "Cannot delete your own account");

    /// <summary>Users cannot deactivate themselves.</summary>
    public static BadRequestError OwnDeactivation() => new(ReasonCodes.OwnAccount, "Cannot deactivate your own account");

    /// <summary>Users remove their own second factors themselves.</summary>
    public static BadRequestError OwnFactors() => new(ReasonCodes.OwnAccount, OwnFactorsMessage);

    /// <summary>An organization always has an active administrator.</summary>
    public static ConflictError LastAdmin() =>
        new(ReasonCodes.LastAdministrator, "An organization needs at least one active administrator; make somebody else an administrator first");

    /// <summary>A replacement sends another value of fields that it cannot change.</summary>
    /// <param name="fields">The fields, camelCase.</param>
    public static ValidationError ReadOnly(IEnumerable<string> fields) =>
        new([.. fields.Select(field => new ErrorDetail(field, FieldCodes.ReadOnly, ReadOnlyMessage))]);
}
