namespace CleanApi.WebApi.Pages;

/// <summary>A button that leads to an external provider.</summary>
/// <param name="Name">What people call the provider.</param>
/// <param name="Address">Where the sign-in begins.</param>
public sealed record ProviderLink(string Name, string Address);
