using CleanApi.Domain.Common;
using System.ComponentModel;
using CleanApi.Domain.Users;

namespace CleanApi.WebApi.Binding;

/// <summary>Registers type converters for the domain's single values.</summary>
internal static class ScalarTypeConverters
{
    // Once per process, like TypeDescriptor's registry.
    private static readonly Lazy<bool> Registered = new(RegisterAll);

    /// <summary>Registers them, once.</summary>
    public static void Register() => _ = Registered.Value;

    private static bool RegisterAll()
    {
        foreach (var type in typeof(EmailAddress).Assembly.GetTypes().Where(TypeId.IsTypeId).Append(typeof(EmailAddress)))
        {
            TypeDescriptor.AddAttributes(type, new TypeConverterAttribute(typeof(ScalarTypeConverter<>).MakeGenericType(type)));
        }

        return true;
    }
}
