namespace CleanApi.Application.Access;

/// <summary>What the link of a registration creates.</summary>
/// <param name="OrganizationName">The organization.</param>
/// <param name="Email">The address.</param>
/// <param name="HasAccount">Whether the address has an account, which keeps its password; otherwise one is chosen.</param>
public sealed record RegistrationPreviewResponse(string OrganizationName, string Email, bool HasAccount);
