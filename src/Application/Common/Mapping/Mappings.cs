using System.Reflection;
using Mapster;

namespace CleanApi.Application.Common.Mapping;

/// <summary>Configures Mapster: by name, and every destination member must have a source.</summary>
public static class Mappings
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<Assembly> Configured = [];

    /// <summary>
    /// Scans an assembly for mappings (<see cref="IRegister"/>) and compiles them, so that errors show at startup. Once per assembly: the configuration is
    /// global, and another host of the process may be using it.
    /// </summary>
    /// <exception cref="CompileException">A destination has a member without a source.</exception>
    public static void Configure(Assembly assembly)
    {
        lock (Gate)
        {
            if (!Configured.Add(assembly))
            {
                return;
            }

            var config = TypeAdapterConfig.GlobalSettings;
            config.RequireDestinationMemberSource = true;
            config.Scan(assembly);
            config.Compile();
        }
    }
}
