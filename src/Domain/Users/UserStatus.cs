namespace CleanApi.Domain.Users;

/// <summary>Where a user stands between invitation and leave.</summary>
public enum UserStatus
{
    /// <summary>Created by somebody else; has not signed in yet.</summary>
    Invited,

    /// <summary>May sign in.</summary>
    Active,

    /// <summary>May not sign in until activated again.</summary>
    Deactivated,
}
