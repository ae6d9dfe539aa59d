using System.Reflection;

namespace CleanApi.Application.Common.Requests;

/// <summary>A list of a closed set of names, for the OpenAPI document: those that the class lists as <c>All</c>, else its constants.</summary>
/// <param name="type">The class.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ItemsOfAttribute(Type type) : Attribute
{
    private const string All = nameof(All);

    /// <summary>The class.</summary>
    public Type Type { get; } = type;

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Values { get; } = type.GetProperty(All)?.GetValue(null) as IReadOnlyList<string>
        ?? [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];
}
