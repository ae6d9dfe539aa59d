using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Settings;

/// <summary>How long a request may take: what does much in one request ends before.</summary>
public static class RequestTimeoutSetting
{
    private const int DefaultSeconds = 15;
    private const int MostSeconds = 600;

    /// <summary>Reads and checks it.</summary>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static TimeSpan Read(IConfiguration configuration) =>
        TimeSpan.FromSeconds(configuration.ReadNumber("Overload:RequestTimeoutSeconds", 1, MostSeconds) ?? DefaultSeconds);
}
