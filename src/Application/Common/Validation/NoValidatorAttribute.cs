namespace CleanApi.Application.Common.Validation;

/// <summary>A request without a validator, and why nothing about its shape can be wrong.</summary>
/// <param name="why">The reason.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NoValidatorAttribute(string why) : Attribute
{
    /// <summary>The reason.</summary>
    public string Why { get; } = why;
}
