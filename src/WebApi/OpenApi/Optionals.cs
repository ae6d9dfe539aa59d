using CleanApi.Application.Common.Requests;

namespace CleanApi.WebApi.OpenApi;

/// <summary>Fields of patches.</summary>
internal static class Optionals
{
    /// <summary>The type of an optional field's value; null when the type is none.</summary>
    public static Type? ValueOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>) ? type.GenericTypeArguments[0] : null;
}
