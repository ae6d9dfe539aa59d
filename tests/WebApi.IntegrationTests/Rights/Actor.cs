namespace CleanApi.WebApi.IntegrationTests.Rights;

/// <summary>Somebody in Acme.</summary>
/// <param name="User">The user.</param>
/// <param name="Email">Their address.</param>
/// <param name="Credential">Access token or API key; null for nobody.</param>
internal sealed record Actor(Guid User, string Email, string? Credential);
