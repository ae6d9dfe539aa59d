namespace CleanApi.Application.Access;

/// <summary>What somebody signs in with.</summary>
public enum SignInMethod
{
    /// <summary>The account's password.</summary>
    Password,

    /// <summary>A passkey, which has verified the person itself.</summary>
    Passkey,

    /// <summary>An identity at another provider.</summary>
    External,
}
