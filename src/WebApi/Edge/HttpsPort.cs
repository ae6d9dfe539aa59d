using System.Net;
using CleanApi.Infrastructure.Settings;

namespace CleanApi.WebApi.Edge;

/// <summary>Where requests in the clear are redirected to: <c>Https:RedirectPort</c>.</summary>
internal static class HttpsPort
{
    /// <summary>Reads and checks it; null: nowhere.</summary>
    /// <exception cref="StartException">Names the setting.</exception>
    public static int? Read(IConfiguration configuration) => configuration.ReadNumber("Https:RedirectPort", 1, IPEndPoint.MaxPort);
}
