namespace CleanApi.WebApi.OpenApi;

/// <summary>Marks a type that stands for several resources in the document: an answer is one of them, and its <c>type</c> says which.</summary>
/// <param name="types">The resources.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OneOfAttribute(params Type[] types) : Attribute
{
    /// <summary>The resources.</summary>
    public IReadOnlyList<Type> Types { get; } = types;
}
