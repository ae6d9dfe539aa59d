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
    public static void Check(IConfiguration configuration)
    {
        if (configuration[$"{Section}:{nameof(StrictTransportSecurity)}"] is { Length: > 0 } text && !bool.TryParse(text, out _))
        {
            throw new StartException($"{Section}__{nameof(StrictTransportSecurity)} has to be true or false.");
        }
    }

    /// <summary>Value of X-XSS-Protection; <c>0</c> turns the filter of old browsers off.</summary>
    public string XssProtection { get; set; } = "1; mode=block";
}
