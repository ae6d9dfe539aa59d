using CleanApi.Infrastructure.Settings;

namespace CleanApi.WebApi.Common;

/// <summary>What has to be known wherever others than developers are served: under which names.</summary>
internal static class PublicAddress
{
    /// <summary>Requires it, everywhere but in Development.</summary>
    /// <exception cref="StartException">Names the setting.</exception>
    public static void Check(IConfiguration configuration, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(configuration["Auth:Issuer"]))
        {
            throw new StartException("Auth__Issuer is not set: the public address, such as https://api.example.com, that tokens and links in mails begin with.");
        }

        if (string.IsNullOrWhiteSpace(configuration["AllowedHosts"]))
        {
            throw new StartException(
                "AllowedHosts is not set: the host names that clients call, with semicolons between them, such as api.example.com; * where a proxy lets no other pass.");
        }
    }
}
