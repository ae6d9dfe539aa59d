namespace CleanApi.Application.Common.Paging;

/// <summary>A parameter of a list that is a <see cref="NamePattern"/> of another property of the entity than that of its own name.</summary>
/// <param name="property">The entity's property.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MatchesNamesAttribute(string property) : Attribute
{
    /// <summary>The entity's property.</summary>
    public string Property { get; } = property;
}
