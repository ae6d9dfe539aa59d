using System.Runtime.CompilerServices;
using System.Security.Claims;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.Pages;
using CleanApi.WebApi.Requests;
using CleanApi.WebApi.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Access;

/// <summary>
/// Finds the caller: by the API key or the access token from <c>Authorization: Bearer</c> (RFC 6750, section 2.1), else by the access token from the cookie.
/// The database is not asked, but for a key that this instance has not seen yet; whether session or key still live is part of the first statement that is.
/// </summary>
internal sealed class AccessTokenHandler(IAccessTokenReader tokens, IApiKeyReader apiKeys, ApiKeyLimits limits) : IAuthenticationHandler
{
    /// <summary>The scheme's name.</summary>
    public const string Bearer = "Bearer";

    private const string ApiKeyPrefix = "sk_";

    // A credential that was verified before gives the same caller object, and so the same ticket: nothing is made anew with each request.
    private static readonly ConditionalWeakTable<Caller, AuthenticateResult> Tickets = [];

    private HttpContext http = null!;
    private AuthenticateResult? result;

    private HttpRequest Request => http.Request;

    /// <inheritdoc />
    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
    {
        http = context;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task<AuthenticateResult> AuthenticateAsync() => result ??= await ReadAsync();

    /// <summary>Leaves the answer to the one place that writes errors.</summary>
    public async Task ChallengeAsync(AuthenticationProperties? properties)
    {
        if (IsNavigation())
        {
            // A person who followed a link is asked who they are, and comes back here.
            http.Response.Redirect(PageAddresses.With(PageAddresses.SignIn, "returnUrl", LocalAddress.Of(Request.PathBase + Request.Path + Request.QueryString)));
            http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
            return;
        }

        var failure = (await AuthenticateAsync()).Failure;
        if (failure is AuthenticationError)
        {
            http.Response.Headers.WWWAuthenticate = BearerChallenge.Invalid;
        }

        throw failure as AppException ?? new AuthenticationError();
    }

    /// <inheritdoc />
    public Task ForbidAsync(AuthenticationProperties? properties) => throw new AuthorizationError();

    private static AuthenticateResult TicketOf(Caller caller) => Tickets.GetValue(
        caller, static one => AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new CallerIdentity(one, Bearer)), Bearer)));

    private async ValueTask<AuthenticateResult> ReadAsync()
    {
        // Where everybody is let in, nobody is asked for: a browser that still holds the cookie of a dead session must be able to sign in again.
        if (http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return AuthenticateResult.NoResult();
        }

        var token = FromHeader();
        var isCookie = token is null && Request.Headers.Authorization.Count == 0 && Request.Cookies.TryGetValue(SessionCookies.AccessToken, out token);
        if (string.IsNullOrEmpty(token))
        {
            return AuthenticateResult.NoResult();
        }

        if (isCookie && !SameOrigin.Sent(Request))
        {
            return AuthenticateResult.Fail(SameOrigin.Refused());
        }

        return !isCookie && token.StartsWith(ApiKeyPrefix, StringComparison.Ordinal)
            ? ResultOf(await apiKeys.ReadAsync(token, http.RequestAborted))
            : ResultOf(await tokens.ReadAsync(token, http.RequestAborted));
    }

    private AuthenticateResult ResultOf(Caller? caller) => caller switch
    {
        null => AuthenticateResult.Fail(AccessErrors.InvalidToken()),
        ApiKeyCaller key when limits.Refuse(key) is { } refused => AuthenticateResult.Fail(refused),
        _ => TicketOf(caller),
    };

    // A script that fetches says so (Fetch Metadata), and a program that shows a token is no person.
    private bool IsNavigation() => (HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method))
        && Request.Headers.Authorization.Count == 0
        && Request.Headers["Sec-Fetch-Mode"] is [] or ["navigate"]
        && HtmlPreference.Asks(Request.Headers.Accept);

    private string? FromHeader()
    {
        const string prefix = Bearer + " ";
        return Request.Headers.Authorization is [{ } value] && value.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? value[prefix.Length..].Trim() : null;
    }
}
