namespace CleanApi.WebApi.Requests;

/// <summary>Says which rate policy an endpoint is under; without it, <see cref="RatePolicies.Api"/>.</summary>
/// <param name="name">One of <see cref="RatePolicies"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RatePolicyAttribute(string name) : Attribute
{
    /// <summary>The policy's name.</summary>
    public string Name { get; } = name;
}
