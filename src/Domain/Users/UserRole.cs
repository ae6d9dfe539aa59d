namespace CleanApi.Domain.Users;

/// <summary>The role of a user in their organization.</summary>
public enum UserRole
{
    /// <summary>Reads what every user of the organization may read.</summary>
    Viewer,

    /// <summary>Reads and writes, but does not manage users.</summary>
    Member,

    /// <summary>Manages the organization and its users.</summary>
    Admin,
}
