namespace CleanApi.Domain.Common;

/// <summary>An entity that no organization owns. An architecture test requires this or <see cref="ITenantOwned"/> of every entity.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GlobalAttribute(string why) : Attribute
{
    /// <summary>The reason.</summary>
    public string Why { get; } = why;
}
