namespace CleanApi.Application.Access;

/// <summary>The first factor of a sign-in.</summary>
public enum SignInMethod
{
    /// <summary>The account's password.</summary>
    Password,

    /// <summary>A passkey, which also verifies the user.</summary>
    Passkey,

    /// <summary>An identity at an external provider.</summary>
    External,

    /// <summary>A session of the same account in another organization.</summary>
    Session,
}
