namespace CleanApi.Domain.Common;

/// <summary>An entity that no organization owns, and why. An entity that is neither this nor <see cref="ITenantOwned"/> fails a test.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GlobalAttribute(string why) : Attribute
{
    /// <summary>The reason.</summary>
    public string Why { get; } = why;
}
