using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.OpenApi;

/// <summary>
/// An error that an action returns by a rule of its own. Those that follow from its kind are not declared: no caller, no permission, no such id, a malformed
/// body, invalid fields, a stale version.
/// </summary>
/// <param name="code">One of <see cref="ErrorCodes"/>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ProducesErrorAttribute(string code) : Attribute
{
    /// <summary>One of <see cref="ErrorCodes"/>.</summary>
    public string Code { get; } = code;

    /// <summary>The reason, one of <see cref="ReasonCodes"/>, where it is a refusal.</summary>
    public string? Reason { get; init; }

    /// <summary>The message; absent: that of the reason: or of the code in the error catalogue.</summary>
    public string? Message { get; init; }
}
