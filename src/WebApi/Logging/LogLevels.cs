using CleanApi.Infrastructure.Settings;

namespace CleanApi.WebApi.Logging;

/// <summary>The log levels in the settings.</summary>
internal static class LogLevels
{
    private const string Section = "Logging";
    private const string Levels = "LogLevel";

    /// <summary>Refuses a level that there is not; the framework would not say where it stands.</summary>
    /// <exception cref="StartException">Names the setting.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var (name, value) in configuration.GetSection(Section).AsEnumerable())
        {
            var parts = name.Split(ConfigurationPath.KeyDelimiter);
            if (!string.IsNullOrEmpty(value) && parts.Length > 2 && string.Equals(parts[^2], Levels, StringComparison.OrdinalIgnoreCase) && !Enum.TryParse<LogLevel>(value, ignoreCase: true, out _))
            {
                throw new StartException($"{string.Join("__", parts)} has to be one of {string.Join(", ", Enum.GetNames<LogLevel>())}.");
            }
        }
    }
}
