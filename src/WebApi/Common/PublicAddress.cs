using CleanApi.Infrastructure.Settings;

namespace CleanApi.WebApi.Common;

/// <summary>What has to be known wherever others than developers are served: under which names.</summary>
internal static class PublicAddress
{
    private static readonly (string Key, string Refusal)[] Required =
    [
        ("Auth:Issuer", "Auth__Issuer is not set: the public address, such as https://api.example.com, that tokens and links in mails begin with."),
        ("AllowedHosts", "AllowedHosts is not set: the host names that clients call, with semicolons between them, such as api.example.com; * where a proxy lets no other pass."),
    ];

    /// <summary>Requires it, everywhere but in Development.</summary>
    /// <exception cref="StartException">Names each that is missing.</exception>
    public static void Check(IConfiguration configuration, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
        {
            return;
        }

        var missing = Required.Where(setting => string.IsNullOrWhiteSpace(configuration[setting.Key])).Select(setting => setting.Refusal).ToList();
        if (missing.Count > 0)
        {
            throw new StartException(string.Join(" ", missing));
        }
    }
}
