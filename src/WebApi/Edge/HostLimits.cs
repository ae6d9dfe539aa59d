using System.Globalization;
using System.Reflection;
using CleanApi.Infrastructure.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CleanApi.WebApi.Edge;

/// <summary>
/// What one client may take of the server: <c>Kestrel:Limits</c>, with the names and defaults of <see cref="KestrelServerLimits"/>. The framework reads the rest of
/// <c>Kestrel</c> by itself.
/// </summary>
internal static class HostLimits
{
    private const string Section = "Kestrel:Limits";
    private const string Shown = "Kestrel__Limits";

    // What a client has not read waits in the server's memory. The server lets it have as long as the rate gives it for what was sent, and that includes what the system has taken: at the
    // framework's 240 bytes a second most of an hour for one that reads nothing, at this rate three minutes.
    private static readonly MinDataRate LeastReading = new(bytesPerSecond: 4096, gracePeriod: TimeSpan.FromSeconds(5));

    /// <summary>Applies them.</summary>
    /// <exception cref="StartException">Names the setting.</exception>
    public static void Apply(KestrelServerLimits limits, IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        limits.MinRequestBodyDataRate = Rate(section, nameof(limits.MinRequestBodyDataRate), limits.MinRequestBodyDataRate);
        limits.MinResponseDataRate = Rate(section, nameof(limits.MinResponseDataRate), LeastReading);
        try
        {
            section.Bind(limits, options => options.ErrorOnUnknownConfiguration = true);
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            throw new StartException($"{Wrong(configuration, section)} is no limit of the server, or has to have another value. docs/guides/operate.md lists the limits.", exception);
        }
    }

    // The framework's message names either the setting or what is wrong with it, by its kind of fault.
    private static string Wrong(IConfiguration configuration, IConfigurationSection section) =>
        SettingName.Shown(section.AsEnumerable().Where(setting => setting.Value is not null).Select(setting => setting.Key).FirstOrDefault(key => !IsLimit(configuration, key)) ?? Section);

    private static bool IsLimit(IConfiguration configuration, string key)
    {
        try
        {
            new ConfigurationManager { [key] = configuration[key] }.GetSection(Section).Bind(new KestrelServerLimits(), options => options.ErrorOnUnknownConfiguration = true);
            return true;
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            return false;
        }
    }

    private static bool IsRefusal(Exception exception) => exception is InvalidOperationException or ArgumentException or TargetInvocationException;

    // Its values are set once, by its constructor.
    private static MinDataRate? Rate(IConfigurationSection limits, string name, MinDataRate? standard)
    {
        var section = limits.GetSection(name);
        if (!section.Exists())
        {
            return standard;
        }

        return double.TryParse(section["BytesPerSecond"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var bytes) && bytes > 0
            && TimeSpan.TryParse(section["GracePeriod"] ?? "00:00:05", CultureInfo.InvariantCulture, out var grace) && grace > TimeSpan.FromSeconds(1)
            ? new MinDataRate(bytes, grace)
            : throw new StartException($"{Shown}__{name} has to be BytesPerSecond, a number above 0, and GracePeriod, above one second, such as 00:00:05.");
    }
}
