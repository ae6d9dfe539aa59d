namespace CleanApi.WebApi.Binding;

/// <summary>Marks an action that is called with query parameters which others choose, and says why it ignores those that it does not know.</summary>
/// <param name="why">The reason.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AcceptsAnyQueryAttribute(string why) : Attribute
{
    /// <summary>The reason.</summary>
    public string Why { get; } = why;
}
