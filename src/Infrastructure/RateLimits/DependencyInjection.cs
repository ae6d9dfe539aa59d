using CleanApi.Application.Common.RateLimits;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.RateLimits;

/// <summary>Registers what counts requests.</summary>
internal static class DependencyInjection
{
    /// <summary>Adds the store that the settings name.</summary>
    /// <exception cref="StartException">A setting is wrong; names it.</exception>
    public static IServiceCollection AddRateLimitStore(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = RateLimitStoreSettings.Read(configuration);
        services.AddSingleton<RateLimitMeter>();
        services.AddSingleton<MemoryRateLimitStore>();
        return settings.Kind switch
        {
            RateLimitStoreKind.Postgres => services.AddShared<PostgresRateLimitStore>().AddHostedService<RateLimitHousekeeping>(),
            RateLimitStoreKind.Redis => services.AddSingleton(settings.Redis!).AddShared<RedisRateLimitStore>(),
            _ => services.AddSingleton<IRateLimitStore>(provider => provider.GetRequiredService<MemoryRateLimitStore>()),
        };
    }

    private static IServiceCollection AddShared<TStore>(this IServiceCollection services)
        where TStore : class, IRateLimitStore => services
        .AddSingleton<TStore>()
        .AddSingleton<IRateLimitStore>(provider =>
            new RememberedRefusals(ActivatorUtilities.CreateInstance<OutageGuard>(provider, provider.GetRequiredService<TStore>())));
}
