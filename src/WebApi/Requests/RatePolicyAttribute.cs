namespace CleanApi.WebApi.Requests;

/// <summary>
/// Names an endpoint's rate policy; the default is <see cref="RatePolicies.Api"/>. Nothing limits requests by it yet: it says which endpoints belong together.
/// </summary>
/// <param name="name">One of <see cref="RatePolicies"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RatePolicyAttribute(string name) : Attribute
{
    /// <summary>The policy's name.</summary>
    public string Name { get; } = name;
}
