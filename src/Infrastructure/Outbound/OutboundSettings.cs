using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Outbound;

/// <summary>Settings under <c>Outbound</c>.</summary>
/// <param name="AllowPrivateNetworks">Whether http and private addresses may be named, for tests.</param>
internal sealed record OutboundSettings(bool AllowPrivateNetworks)
{
    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static OutboundSettings Read(IConfiguration configuration) => new(configuration.ReadSwitch("Outbound:AllowPrivateNetworks") ?? false);
}
