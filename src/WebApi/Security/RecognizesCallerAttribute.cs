using CleanApi.Domain.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CleanApi.WebApi.Security;

/// <summary>
/// An anonymous endpoint that recognizes whoever has signed in. Without it, anonymous endpoints ignore credentials; with it, they ignore those that are not valid any
/// more, and reject a cookie from another origin.
/// </summary>
/// <param name="why">The reason.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecognizesCallerAttribute(string why) : Attribute, IAsyncAuthorizationFilter
{
    /// <summary>The reason.</summary>
    public string Why { get; } = why;

    /// <inheritdoc />
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if ((await context.HttpContext.AuthenticateAsync()).Failure is AuthorizationError error)
        {
            throw error;
        }
    }
}
