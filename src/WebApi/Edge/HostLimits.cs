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

    /// <summary>Applies them.</summary>
    /// <exception cref="StartException">Names the setting.</exception>
    public static void Apply(KestrelServerLimits limits, IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        limits.MinRequestBodyDataRate = Rate(section, nameof(limits.MinRequestBodyDataRate), limits.MinRequestBodyDataRate);
        limits.MinResponseDataRate = Rate(section, nameof(limits.MinResponseDataRate), limits.MinResponseDataRate);
        try
        {
            section.Bind(limits, options => options.ErrorOnUnknownConfiguration = true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or TargetInvocationException)
        {
            throw new StartException($"{Shown}: {exception.GetBaseException().Message.ReplaceLineEndings(" ").TrimEnd('.')}. docs/guides/operate.md lists the limits.", exception);
        }
    }

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
