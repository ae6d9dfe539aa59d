namespace CleanApi.WebApi.Binding;

/// <summary>An action that reads the body by itself, as a stream.</summary>
/// <param name="why">The reason.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReadsBodyAttribute(string why) : Attribute
{
    /// <summary>The reason.</summary>
    public string Why { get; } = why;
}
