using System.Security.Claims;
using CleanApi.Application.Common.Security;
using CleanApi.WebApi.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace CleanApi.Bench.Authentication;

/// <summary>Authenticates every request as the same caller with one cached ticket: the base cost of every scheme.</summary>
internal sealed class FixedCallerHandler(Caller caller) : IAuthenticationHandler
{
    /// <summary>The scheme's name.</summary>
    public const string Scheme = "FixedCaller";

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
