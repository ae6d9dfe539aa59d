namespace CleanApi.Application.Common.Persistence;

/// <summary>A command whose rule spans rows that it does not change, so that two at once must behave as one after the other.</summary>
/// <param name="why">The rule.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RunsSerializableAttribute(string why) : Attribute
{
    /// <summary>The rule.</summary>
    public string Why { get; } = why;
}
