namespace CleanApi.WebApi.Security;

/// <summary>
/// An anonymous endpoint that recognizes whoever has signed in. Without it, anonymous endpoints ignore credentials; with it, they ignore invalid ones.
/// </summary>
/// <param name="why">The reason.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecognizesCallerAttribute(string why) : Attribute
{
    /// <summary>The reason.</summary>
    public string Why { get; } = why;
}
