namespace CleanApi.Application.Common.Requests;

/// <summary>What a member looks like, for the examples of the OpenAPI document.</summary>
/// <param name="values">Its value; of a list, the items; of free JSON, the text.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExampleAttribute(params object[] values) : Attribute
{
    /// <summary>The value, or the items.</summary>
    public IReadOnlyList<object> Values { get; } = values;
}
