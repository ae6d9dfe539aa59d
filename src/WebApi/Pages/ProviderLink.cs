namespace CleanApi.WebApi.Pages;

/// <summary>A sign-in button for an external provider.</summary>
/// <param name="Name">The provider's display name.</param>
/// <param name="Address">The path that starts the sign-in.</param>
public sealed record ProviderLink(string Name, string Address);
