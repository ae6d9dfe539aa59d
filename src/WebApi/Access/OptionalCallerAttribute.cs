using Microsoft.AspNetCore.Authorization;

namespace CleanApi.WebApi.Access;

/// <summary>Allows anonymous requests, and reads the credential of those that have one. Elsewhere anonymous endpoints ignore credentials.</summary>
/// <param name="why">The reason.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OptionalCallerAttribute(string why) : Attribute, IAllowAnonymous
{
    /// <summary>The reason.</summary>
    public string Why { get; } = why;
}
