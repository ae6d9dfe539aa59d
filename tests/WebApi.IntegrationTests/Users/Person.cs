namespace CleanApi.WebApi.IntegrationTests.Users;

/// <summary>Somebody whom a test has added.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Email">Their address, to sign in with.</param>
public sealed record Person(string Id, string Email)
{
    /// <summary>Where they are.</summary>
    public string Path => $"{UsersApi.Path}/{Id}";
}
