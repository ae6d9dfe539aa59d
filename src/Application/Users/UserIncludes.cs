namespace CleanApi.Application.Users;

/// <summary>What <c>?include=</c> can embed in a user.</summary>
public static class UserIncludes
{
    public const string Organization = "organization";
}
