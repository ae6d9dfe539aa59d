using System.Globalization;
using System.Net;
using CleanApi.Infrastructure.Settings;

namespace CleanApi.WebApi.Edge;

/// <summary>Where requests in the clear are redirected to: <c>Https:RedirectPort</c>.</summary>
internal static class HttpsPort
{
    /// <summary>Reads and checks it; null: nowhere.</summary>
    /// <exception cref="StartException">Names the setting.</exception>
    public static int? Read(IConfiguration configuration) => configuration["Https:RedirectPort"] is not { Length: > 0 } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= IPEndPoint.MaxPort ? port
        : throw new StartException($"Https__RedirectPort has to be a whole number from 1 to {IPEndPoint.MaxPort}: 443, where a proxy or the program itself speaks TLS.");
}
