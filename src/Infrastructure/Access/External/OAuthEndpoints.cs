namespace CleanApi.Infrastructure.Access;

/// <summary>Where a provider without discovery is asked what.</summary>
internal sealed record OAuthEndpoints(Uri Authorization, Uri Token, Uri User, Uri Emails);
