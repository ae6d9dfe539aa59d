namespace CleanApi.Domain.Users;

/// <summary>The role of a user in their organization.</summary>
/// <remarks>In ascending order: a role has the permissions of the roles below it, and the values are compared.</remarks>
public enum UserRole
{
    /// <summary>Reads what every user of the organization may read.</summary>
    Viewer = 0,

    /// <summary>Reads and writes, but does not manage users.</summary>
    Member = 1,

    /// <summary>Manages the organization and its users.</summary>
    Admin = 2,
}
