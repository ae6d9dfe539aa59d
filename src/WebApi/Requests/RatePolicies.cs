namespace CleanApi.WebApi.Requests;

/// <summary>The rate policies that there are; each counts by itself.</summary>
public static class RatePolicies
{
    /// <summary>Where nothing else is said.</summary>
    public const string Api = "api";

    /// <summary>Where somebody proves who they are, and could guess.</summary>
    public const string Auth = "auth";

    /// <summary>Where a request costs others something: a mail, a long computation.</summary>
    public const string Expensive = "expensive";
}
