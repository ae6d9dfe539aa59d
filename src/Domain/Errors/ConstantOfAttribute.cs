using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace CleanApi.Domain.Errors;

/// <summary>One of the constants of a class.</summary>
/// <param name="type">The class.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConstantOfAttribute(Type type) : AllowedValuesAttribute(
[
    .. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
])
{
    /// <summary>The class.</summary>
    public Type Type { get; } = type;
}
