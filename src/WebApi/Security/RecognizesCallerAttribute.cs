using CleanApi.Domain.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CleanApi.WebApi.Security;

/// <summary>
/// An anonymous endpoint that recognizes whoever has signed in. Without it, anonymous endpoints ignore credentials; with it, they reject those that are wrong, as every
/// other endpoint does. Pages that have it are the exception: a browser sends a forgotten cookie by itself, and its person is nobody yet.
/// </summary>
/// <param name="why">The reason.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecognizesCallerAttribute(string why) : Attribute, IAsyncAuthorizationFilter
{
    /// <summary>The reason.</summary>
    public string Why { get; } = why;

    /// <summary>
    /// Whether a credential that is not valid any more is as good as none, because another one is in the body. A cookie from another origin is rejected all the same.
    /// </summary>
    public bool AllowsInvalid { get; init; }

    /// <inheritdoc />
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if ((await context.HttpContext.AuthenticateAsync()).Failure is { } failure && (!AllowsInvalid || failure is AuthorizationError))
        {
            // Throws the failure.
            await context.HttpContext.ChallengeAsync();
        }
    }
}
