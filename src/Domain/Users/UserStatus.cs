namespace CleanApi.Domain.Users;

/// <summary>Whether a user may sign in.</summary>
public enum UserStatus
{
    /// <summary>Created by an administrator; has not signed in yet.</summary>
    Invited,

    /// <summary>May sign in.</summary>
    Active,

    /// <summary>May not sign in until activated again.</summary>
    Deactivated,
}
