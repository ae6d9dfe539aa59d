namespace CleanApi.WebApi.OpenApi;

/// <summary>The request that an action sends, where the action neither takes it nor is named after it.</summary>
/// <param name="request">The request's type.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SendsAttribute(Type request) : Attribute
{
    /// <summary>The request's type.</summary>
    public Type Request { get; } = request;
}
