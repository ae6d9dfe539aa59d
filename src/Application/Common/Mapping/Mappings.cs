using System.Reflection;
using Mapster;

namespace CleanApi.Application.Common.Mapping;

/// <summary>Mapster's configuration: by name, and every member of a destination has to have a source.</summary>
public static class Mappings
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<Assembly> Configured = [];

    /// <summary>
    /// Reads the mappings that the assembly registers (<see cref="IRegister"/>) and compiles them, so that a hole shows at the start. Once for each assembly:
    /// the configuration is the process's, and another host in it may be mapping already.
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
