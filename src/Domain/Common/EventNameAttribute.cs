namespace CleanApi.Domain.Common;

/// <summary>The stable, versioned name of an event (<c>user.created.v1</c>). Renaming the class does not rename the event.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary>Lower-case words with dots, ending in the version.</summary>
    public string Name { get; } = name;
}
