namespace CleanApi.WebApi.Pages;

/// <summary>What the page shows to somebody who is signed in.</summary>
/// <param name="Name">Who.</param>
/// <param name="Email">With which address.</param>
/// <param name="Role">As what.</param>
public sealed record SignedInModel(string Name, string Email, string Role);
