using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace CleanApi.Domain.Errors;

/// <summary>One of the constants of some classes.</summary>
/// <param name="types">The classes.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConstantOfAttribute(params Type[] types) : AllowedValuesAttribute(
[
    .. types.SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
])
{
    /// <summary>The classes.</summary>
    public IReadOnlyList<Type> Types { get; } = types;
}
