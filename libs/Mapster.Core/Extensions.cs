using System.Reflection;

namespace Mapster.Utils;

/// <summary>What an assembly scan needs.</summary>
public static class Extensions
{
    /// <summary>The types of an assembly, without those whose dependencies cannot be loaded.</summary>
    public static IEnumerable<Type> GetLoadableTypes(this Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>();
        }
    }
}
