namespace CleanApi.WebApi.IntegrationTests.Access.Refusals;

/// <summary>Somebody, with the ids of their user and organization.</summary>
public sealed record RefusedPerson(string Email, string UserId, string OrganizationId)
{
    /// <summary>Their user, as a target.</summary>
    public string Target => $"user {UserId}";
}
