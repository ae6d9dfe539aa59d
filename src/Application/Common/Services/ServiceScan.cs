using Microsoft.Extensions.DependencyInjection;
using System.Reflection;

namespace CleanApi.Application.Common.Services;

/// <summary>Registers the classes with <see cref="ServiceAttribute"/>.</summary>
internal static class ServiceScan
{
    /// <summary>Adds every service of an assembly.</summary>
    public static void AddServicesOf(this IServiceCollection services, Assembly assembly)
    {
        foreach (var type in assembly.GetTypes())
        {
            if (type.GetCustomAttribute<ServiceAttribute>(inherit: false) is not { Lifetime: var lifetime })
            {
                continue;
            }

            services.Add(new ServiceDescriptor(type, type, lifetime));
            foreach (var contract in type.GetInterfaces().Where(contract => contract.Assembly == assembly))
            {
                services.Add(lifetime == ServiceLifetime.Transient
                    ? new ServiceDescriptor(contract, type, lifetime)
                    : new ServiceDescriptor(contract, provider => provider.GetRequiredService(type), lifetime));
            }
        }
    }
}
