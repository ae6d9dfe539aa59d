namespace CleanApi.Application.Organizations;

/// <summary>How people may sign in to an organization.</summary>
/// <param name="RequireSecondFactor">Whether all of them need a second factor.</param>
public sealed record SecurityPolicy(bool RequireSecondFactor);
