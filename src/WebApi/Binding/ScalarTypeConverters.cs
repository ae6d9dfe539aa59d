using System.ComponentModel;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Json;

namespace CleanApi.WebApi.Binding;

/// <summary>Declares the domain's single values to ASP.NET Core.</summary>
internal static class ScalarTypeConverters
{
    // For the process, like the registry that it writes to.
    private static readonly Lazy<bool> Registered = new(RegisterAll);

    /// <summary>Declares them, once.</summary>
    public static void Register() => _ = Registered.Value;

    private static bool RegisterAll()
    {
        foreach (var type in typeof(EmailAddress).Assembly.GetTypes().Where(Scalars.IsTypeId).Append(typeof(EmailAddress)))
        {
            TypeDescriptor.AddAttributes(type, new TypeConverterAttribute(typeof(ScalarTypeConverter<>).MakeGenericType(type)));
        }

        return true;
    }
}
