namespace CleanApi.FaultInjection.Tests.Support;

/// <summary>A member who is signed in.</summary>
/// <param name="Token">Their access token.</param>
/// <param name="Id">Their user's id.</param>
internal sealed record Member(string Token, string Id)
{
    /// <summary>The path of their posts.</summary>
    public string Posts => $"/api/v1/users/{Id}/posts";

    /// <summary>The header of their requests.</summary>
    public (string Name, string Value) Authorization => ("Authorization", $"Bearer {Token}");
}
