namespace CleanApi.Application.Access;

/// <summary>How long sign-ins last.</summary>
/// <param name="Lifetime">From sign-in to the end, however often it is refreshed in between.</param>
/// <param name="ReuseLeeway">How long a used refresh token still gives the same successor: for parallel requests, and for answers that got lost.</param>
public sealed record SessionPolicy(TimeSpan Lifetime, TimeSpan ReuseLeeway);
