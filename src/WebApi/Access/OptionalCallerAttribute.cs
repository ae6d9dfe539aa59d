using CleanApi.Domain.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CleanApi.WebApi.Access;

/// <summary>
/// Allows anonymous requests, and reads the credential of those that have one. One that is not valid any more counts as none; a cookie from another origin is
/// rejected. Elsewhere anonymous endpoints ignore credentials.
/// </summary>
/// <param name="why">The reason.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OptionalCallerAttribute(string why) : Attribute, IAllowAnonymous, IAsyncAuthorizationFilter
{
    /// <summary>The reason.</summary>
    public string Why { get; } = why;

    /// <inheritdoc />
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if ((await context.HttpContext.AuthenticateAsync()).Failure is AuthorizationError error)
        {
            throw error;
        }
    }
}
