namespace CleanApi.WebApi.Pages;

/// <summary>What the page shows to somebody who is signed in.</summary>
/// <param name="Name">Who.</param>
/// <param name="Email">With which address.</param>
/// <param name="Role">As what.</param>
/// <param name="Notice">What was done before.</param>
public sealed record SignedInModel(string Name, string Email, string Role, string? Notice);
