using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Settings;

/// <summary>Reads and checks single settings. What is empty is not set.</summary>
public static class SettingReader
{
    /// <summary>A whole number; null: not set.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="key">The setting, such as <c>Database:MaxPoolSize</c>.</param>
    /// <param name="least">The least that it may be, not below 0.</param>
    /// <param name="most">The most that it may be.</param>
    /// <exception cref="StartException">It is none, or out of range; names the setting.</exception>
    public static int? ReadNumber(this IConfiguration configuration, string key, int least, int most) => Text(configuration, key) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new StartException($"{SettingName.Shown(key)} has to be a whole number from {least} to {most}.");

    /// <summary>A switch; null: not set.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="key">The setting, such as <c>RateLimiting:Enabled</c>.</param>
    /// <exception cref="StartException">It is neither true nor false; names the setting.</exception>
    public static bool? ReadSwitch(this IConfiguration configuration, string key) => Text(configuration, key) is not { } text ? null
        : bool.TryParse(text, out var isOn) ? isOn
        : throw new StartException($"{SettingName.Shown(key)} has to be true or false.");

    private static string? Text(IConfiguration configuration, string key)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
    }
}
