namespace CleanApi.Application.Common.Persistence;

/// <summary>A command that runs at serializable isolation, because its rule spans rows that it does not change.</summary>
/// <param name="why">The rule.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RunsSerializableAttribute(string why) : Attribute
{
    /// <summary>The rule.</summary>
    public string Why { get; } = why;
}
