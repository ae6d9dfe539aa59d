namespace CleanApi.Domain.Users;

/// <summary>What a user may do in their organization; exactly three.</summary>
public enum UserRole
{
    /// <summary>Reads what is shown to everybody.</summary>
    Viewer,

    /// <summary>Reads and writes, without managing people.</summary>
    Member,

    /// <summary>Manages the organization and its people.</summary>
    Admin,
}
