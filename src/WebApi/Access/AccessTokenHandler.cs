using System.Security.Claims;
using System.Text.Encodings.Web;
using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.Pages;
using CleanApi.WebApi.Requests;
using CleanApi.WebApi.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Access;

/// <summary>
/// Finds the caller: by the API key or the access token from <c>Authorization: Bearer</c> (RFC 6750, section 2.1), else by the access token from the cookie.
/// The database is not asked, but for a key that this instance has not seen yet; whether session or key still live is part of the first statement that is.
/// </summary>
internal sealed class AccessTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    IAccessTokenReader tokens,
    IApiKeyReader apiKeys,
    ApiKeyLimits limits)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string Bearer = "Bearer";

    private const string ApiKeyPrefix = "sk_";

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Where everybody is let in, nobody is asked for: a browser that still holds the cookie of a dead session must be able to sign in again.
        if (Context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
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

        var isApiKey = !isCookie && token.StartsWith(ApiKeyPrefix, StringComparison.Ordinal);
        if (await (isApiKey ? apiKeys.ReadAsync(token, Context.RequestAborted) : tokens.ReadAsync(token, Context.RequestAborted)) is not { } caller)
        {
            return AuthenticateResult.Fail(AccessErrors.InvalidToken());
        }

        return limits.Refuse(caller) is { } refused
            ? AuthenticateResult.Fail(refused)
            : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new CallerIdentity(caller, Bearer)), Bearer));
    }

    /// <summary>Leaves the answer to the one place that writes errors.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (IsNavigation())
        {
            // A person who followed a link is asked who they are, and comes back here.
            Response.Redirect(PageAddresses.With(PageAddresses.SignIn, "returnUrl", LocalAddress.Of(Request.PathBase + Request.Path + Request.QueryString)));
            Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
            return;
        }

        var failure = (await HandleAuthenticateOnceSafeAsync()).Failure;
        if (failure is AuthenticationError)
        {
            Response.Headers.WWWAuthenticate = BearerChallenge.Invalid;
        }

        throw failure as AppException ?? new AuthenticationError();
    }

    /// <inheritdoc />
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => throw new AuthorizationError();

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
