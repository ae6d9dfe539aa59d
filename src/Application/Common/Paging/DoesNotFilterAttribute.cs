namespace CleanApi.Application.Common.Paging;

/// <summary>A parameter of a list that does not decide which items match, and why: a cursor does not depend on it.</summary>
/// <param name="why">The reason.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DoesNotFilterAttribute(string why) : Attribute
{
    /// <summary>The reason.</summary>
    public string Why { get; } = why;
}
