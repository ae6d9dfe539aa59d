namespace CleanApi.WebApi.RateLimits;

/// <summary>The names of the rate limit policies, for <c>[EnableRateLimiting]</c> and <c>RequireRateLimiting</c>.</summary>
public static class RatePolicies
{
    /// <summary>The default.</summary>
    public const string Api = "api";

    /// <summary>For endpoints that verify credentials, against guessing.</summary>
    public const string Auth = "auth";

    /// <summary>For expensive requests: a mail, a long computation. They count as requests of the default policy too.</summary>
    public const string Expensive = "expensive";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Api, Auth, Expensive];
}
