using CleanApi.Application.Files;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Files;

/// <summary>Registers the storage of files.</summary>
internal static class DependencyInjection
{
    /// <summary>Adds what stands behind <see cref="IFileStore"/>.</summary>
    /// <exception cref="Settings.StartException">A setting is wrong; names it.</exception>
    public static IServiceCollection AddFiles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(StorageSettings.Read(configuration));
        services.AddSingleton<LocalFileStore>();
        services.AddSingleton<IFileStore>(provider => provider.GetRequiredService<LocalFileStore>());
        services.AddSingleton<IFileInventory>(provider => provider.GetRequiredService<LocalFileStore>());
        services.AddScoped<IFileUsage, FileUsage>();
        var clamAv = ClamAvSettings.Read(configuration);
        services.AddSingleton(clamAv);
        _ = clamAv.Host is null ? services.AddSingleton<IFileScanner, NoFileScanner>() : services.AddSingleton<IFileScanner, ClamAvScanner>();
        services.AddSingleton<AvatarQueue>();
        services.AddScoped<IAvatarMaker, AvatarMaker>();
        services.AddScoped<IAvatarStore, AvatarStore>();
        return services.AddHostedService<FileHousekeeping>();
    }
}
