namespace CleanApi.Infrastructure.Telemetry;

/// <summary>The names of our own meters.</summary>
internal static class Meters
{
    /// <summary>Mails.</summary>
    public const string Mail = "CleanApi.Mail";

    /// <summary>Health checks.</summary>
    public const string Health = "CleanApi.Health";
}
