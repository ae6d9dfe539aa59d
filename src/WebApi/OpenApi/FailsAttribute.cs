using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.OpenApi;

/// <summary>
/// An error that an action answers by a rule of its own. Those that follow from its kind need no mention: no caller, no permission, no such id, a body that
/// cannot be read, fields that are wrong, a stale version.
/// </summary>
/// <param name="code">One of <see cref="ErrorCodes"/>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class FailsAttribute(string code) : Attribute
{
    /// <summary>One of <see cref="ErrorCodes"/>.</summary>
    public string Code { get; } = code;

    /// <summary>What clients are told; absent: the example of the error catalogue.</summary>
    public string? Message { get; init; }
}
