using CleanApi.Infrastructure.Settings;

namespace CleanApi.WebApi.Requests;

/// <summary>Settings under <c>SecurityHeaders</c>.</summary>
public sealed class SecurityHeaderOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "SecurityHeaders";

    /// <summary>Whether to send Strict-Transport-Security; absent: everywhere but in Development.</summary>
    public bool? StrictTransportSecurity { get; set; }

    /// <summary>Refuses a switch that is none.</summary>
    /// <exception cref="StartException">Names the setting.</exception>
    public static void Check(IConfiguration configuration) => configuration.ReadSwitch($"{Section}:{nameof(StrictTransportSecurity)}");

    /// <summary>Value of X-XSS-Protection; <c>0</c> turns the filter of old browsers off.</summary>
    public string XssProtection { get; set; } = "1; mode=block";
}
