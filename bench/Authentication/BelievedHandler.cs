using System.Security.Claims;
using CleanApi.Application.Common.Security;
using CleanApi.WebApi.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace CleanApi.Bench.Authentication;

/// <summary>Says of every request that the same caller sends it. The ticket is made once: what is left is what every scheme costs.</summary>
internal sealed class BelievedHandler(Caller caller) : IAuthenticationHandler
{
    /// <summary>The scheme's name.</summary>
    public const string Scheme = "Believed";

    private readonly AuthenticateResult result =
        AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new CallerIdentity(caller, Scheme)), Scheme));

    /// <inheritdoc />
    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public Task<AuthenticateResult> AuthenticateAsync() => Task.FromResult(result);

    /// <inheritdoc />
    public Task ChallengeAsync(AuthenticationProperties? properties) => throw new NotSupportedException();

    /// <inheritdoc />
    public Task ForbidAsync(AuthenticationProperties? properties) => throw new NotSupportedException();
}
