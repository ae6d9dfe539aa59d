namespace CleanApi.WebApi.Requests;

/// <summary>Settings under <c>SecurityHeaders</c>.</summary>
public sealed class SecurityHeaderOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "SecurityHeaders";

    /// <summary>Whether to send Strict-Transport-Security; absent: in production only.</summary>
    public bool? StrictTransportSecurity { get; set; }

    /// <summary>Value of X-XSS-Protection; <c>0</c> turns the filter of old browsers off.</summary>
    public string XssProtection { get; set; } = "1; mode=block";
}
