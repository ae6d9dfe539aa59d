namespace CleanApi.WebApi.Requests;

/// <summary>The names of the rate policies. Nothing limits requests by them yet.</summary>
public static class RatePolicies
{
    /// <summary>The default.</summary>
    public const string Api = "api";

    /// <summary>For endpoints that verify credentials, against guessing.</summary>
    public const string Auth = "auth";

    /// <summary>For expensive requests: a mail, a long computation.</summary>
    public const string Expensive = "expensive";
}
